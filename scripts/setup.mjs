// Brings a fresh clone to where everything runs; what is done already is skipped. It needs nothing but Node and Python.
import { kernelspec } from "./setup/kernelspec.mjs";
import { packages } from "./setup/packages.mjs";
import { pythonEnvironment } from "./setup/python.mjs";
import { step } from "./setup/step.mjs";
import { tensorflow } from "./setup/tensorflow.mjs";

try {
  await step(packages);
  await step(pythonEnvironment());
  await step(tensorflow);
  await step(kernelspec);
} catch (error) {
  process.stderr.write(`set-up stopped: ${error.message}\n`);
  process.exit(1);
}

import { kernelspec } from "./kernelspec.mjs";
import { packages } from "./packages.mjs";
import { pythonEnvironment } from "./python.mjs";
import { step } from "./step.mjs";
import { tensorflow } from "./tensorflow.mjs";

/**
 * Every step in its order; what is missing on the machine ends the process with one sentence and
 * exit code 1.
 */
export async function setUp() {
  try {
    checkNode();
    const python = pythonEnvironment();
    await both(step(packages), step(python));
    await step(tensorflow);
    await step(kernelspec);
  } catch (error) {
    process.stderr.write(`set-up stopped: ${error.message}\n`);
    process.exit(1);
  }
}

function checkNode() {
  const [major, minor] = process.versions.node.split(".").map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new Error(
    `Node ${process.versions.node} is too old, 20.19 or later is needed: https://nodejs.org or nvm install 22`,
  );
}

/**
 * Two steps side by side; the first failure is told when both have ended, so that none goes on
 * unseen.
 */
async function both(...steps) {
  const failed = (await Promise.allSettled(steps)).find(({ status }) => status === "rejected");
  if (failed) throw failed.reason;
}

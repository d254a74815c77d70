import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { venv } from "./python.mjs";
import { root, writeAtomically } from "./step.mjs";

const kernel = {
  argv: [process.execPath, join(root, "src", "lib", "notebook", "kernel.cjs"), "{connection_file}"],
  display_name: "TypeScript (Speech Emotion)",
  language: "typescript",
  interrupt_mode: "signal",
};

/** JupyterLab asks for news over every page at its first start. */
const settings = { "@jupyterlab/apputils-extension:notification": { fetchNews: "false" } };

const textOf = (content) => `${JSON.stringify(content, null, 2)}\n`;

/**
 * Writes the kernel into a Jupyter's data folder; its paths are absolute, so that no PATH is
 * needed.
 */
export function writeKernelspec(dataFolder) {
  const folder = join(dataFolder, "kernels", "speech-emotion");
  mkdirSync(folder, { recursive: true });
  writeAtomically(join(folder, "kernel.json"), textOf(kernel));
  return folder;
}

const ownData = join(venv, "share", "jupyter");
const spec = join(ownData, "kernels", "speech-emotion", "kernel.json");
const overrides = join(ownData, "lab", "settings", "overrides.json");
const holds = (path, content) => existsSync(path) && readFileSync(path, "utf8") === textOf(content);

/** The Jupyter kernel inside .venv, and the settings of its JupyterLab. */
export const kernelspec = {
  name: "Jupyter kernel",
  isDone: () => holds(spec, kernel) && holds(overrides, settings),
  run() {
    writeKernelspec(ownData);
    mkdirSync(join(ownData, "lab", "settings"), { recursive: true });
    writeAtomically(overrides, textOf(settings));
  },
};

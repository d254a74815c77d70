import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { venv } from "./python.mjs";
import { root, writeAtomically } from "./step.mjs";

const folder = join(venv, "share", "jupyter", "kernels", "speech-emotion");
const path = join(folder, "kernel.json");

const text = `${JSON.stringify(
  {
    argv: [process.execPath, join(root, "src", "lib", "notebook", "kernel.cjs"), "{connection_file}"],
    display_name: "TypeScript (Speech Emotion)",
    language: "typescript",
    interrupt_mode: "signal",
  },
  null,
  2,
)}\n`;

/** The Jupyter kernel inside .venv; its paths are absolute, so that no PATH is needed. */
export const kernelspec = {
  name: "Jupyter kernel",
  isDone: () => existsSync(path) && readFileSync(path, "utf8") === text,
  run() {
    mkdirSync(folder, { recursive: true });
    writeAtomically(path, text);
  },
};

// npm run kernel [-- --prefix FOLDER]: our kernel in every Jupyter of this user (JupyterLab,
// Notebook, VS Code), or in the Python environment or JupyterHub at FOLDER.
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { writeKernelspec } from "./setup/kernelspec.mjs";
import { setUp } from "./setup/set-up.mjs";

/** Where Jupyter looks for a user's kernels. */
function userData() {
  if (process.env.JUPYTER_DATA_DIR) return process.env.JUPYTER_DATA_DIR;
  if (process.platform === "darwin") return join(homedir(), "Library", "Jupyter");
  if (process.platform === "win32") return join(process.env.APPDATA ?? homedir(), "jupyter");
  return join(process.env.XDG_DATA_HOME ?? join(homedir(), ".local", "share"), "jupyter");
}

const { prefix } = parseArgs({ options: { prefix: { type: "string" } } }).values;
await setUp();
const folder = writeKernelspec(
  prefix ? join(resolve(process.env.INIT_CWD ?? "", prefix), "share", "jupyter") : userData(),
);
console.log(`The kernel "TypeScript (Speech Emotion)" is in ${folder}`);
console.log("It runs from this checkout: call this again when the checkout has moved.");
console.log("To remove it: jupyter kernelspec remove speech-emotion, or delete that folder.");

// npm run lab: JupyterLab on the chapters, with our kernel.
import { foreground } from "./setup/foreground.mjs";
import { venvPython } from "./setup/python.mjs";
import { setUp } from "./setup/set-up.mjs";
import { root } from "./setup/step.mjs";

await setUp();
const options = [`--ServerApp.root_dir=${root}`, "--LabApp.default_url=/lab/tree/notebooks"];
process.exitCode = await foreground(venvPython, ["-m", "jupyterlab", ...options, ...process.argv.slice(2)]);

import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { mustSucceed, succeeds } from "./run.mjs";
import { keyOf, root } from "./step.mjs";

export const venv = join(root, ".venv");
export const venvPython = join(venv, "bin", "python");
const requirements = join(root, "scripts", "requirements.txt");

/** The Python that `PYTHON` names, or the first of the usual names that is 3.10 or later. */
function findPython() {
  const code = "import sys; print(sys.version.split()[0]); sys.exit(sys.version_info < (3, 10))";
  for (const command of process.env.PYTHON ? [process.env.PYTHON] : ["python3", "python"]) {
    const { status, stdout } = spawnSync(command, ["-c", code], { encoding: "utf8" });
    if (status === 0) return { command, version: stdout.trim() };
  }
  throw new Error(
    "Python 3.10 or later was not found (PYTHON=/path/to/python names another one): sudo apt-get install python3 python3-venv",
  );
}

const translator = join(root, "scripts", "setup", "papermill_typescript.py");

/**
 * papermill's translator for TypeScript, as a package that pip would have installed: a module and
 * its entry point.
 */
function installTranslator() {
  const lib = join(venv, "lib");
  const [python] = readdirSync(lib).filter((name) => name.startsWith("python"));
  const packages = join(lib, python, "site-packages");
  const info = join(packages, "papermill_typescript-1.0.dist-info");
  mkdirSync(info, { recursive: true });
  copyFileSync(translator, join(packages, "papermill_typescript.py"));
  writeFileSync(join(info, "METADATA"), "Metadata-Version: 2.1\nName: papermill-typescript\nVersion: 1.0\n");
  writeFileSync(
    join(info, "entry_points.txt"),
    "[papermill.engine]\ntypescript = papermill_typescript:Engine\n",
  );
}

/** .venv with the pinned JupyterLab, nbclient, nbconvert and the Plotly renderer. */
export function pythonEnvironment() {
  const { command, version } = findPython();
  return {
    name: "Python environment",
    key: keyOf(readFileSync(requirements, "utf8"), readFileSync(translator, "utf8"), version),
    isDone: () => existsSync(venvPython),
    async run(say) {
      rmSync(venv, { recursive: true, force: true });
      if (!(await succeeds("venv", command, ["-m", "venv", venv]))) {
        throw new Error(
          `${command} ${version} cannot make a virtual environment: sudo apt-get install python3-venv`,
        );
      }
      say("pip install -r scripts/requirements.txt");
      const args = [
        "-m",
        "pip",
        "install",
        "--require-hashes",
        "--no-deps",
        "--no-compile",
        "--disable-pip-version-check",
        "-r",
        requirements,
      ];
      await mustSucceed("pip", venvPython, args, "Is PyPI within reach? Then start this again.", {
        minutes: 20,
      });
      installTranslator();
    },
  };
}

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../check";
import { projectRoot } from "../disk/paths";

/** Renders every executed chapter of a folder to a page beside it. */
export function renderChapters(folder: string): void {
  render(folder);
}

/** Renders the page of results from the JSON file that holds its `ResultsSummary`. */
export function renderResults(summary: string, page: string): void {
  render(summary, page);
}

function render(...paths: readonly string[]): void {
  const python = join(projectRoot, ".venv", "bin", "python");
  if (!existsSync(python)) throw new InputError(`${python} is missing, it renders the pages: npm run setup`);
  const script = join(__dirname, "render.py");
  const { status } = spawnSync(python, [script, ...paths], { stdio: ["ignore", "inherit", "inherit"] });
  if (status !== 0) throw new InputError(`${paths[0]} could not be rendered`);
}

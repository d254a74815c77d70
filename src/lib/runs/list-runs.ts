import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isRun, type Run, readRun } from "./run-files";
import { resultsFolder } from "./run-folder";

/**
 * All complete runs of a corpus's results, best UAR last but `majority` first, as tables show them.
 */
export function listRuns(name: string): Run[] {
  const folder = join(resultsFolder(name), "runs");
  if (!existsSync(folder)) return [];
  const folders = readdirSync(folder).map((run) => join(folder, run));
  return bestLast(folders.filter(isRun).map(readRun));
}

/** Runs with the best UAR last but `majority` first. */
export function bestLast(runs: readonly Run[]): Run[] {
  const rank = ({ record }: Run) => (record.settings.model === "majority" ? -1 : record.metrics.uar.value);
  return [...runs].sort((a, b) => rank(a) - rank(b));
}

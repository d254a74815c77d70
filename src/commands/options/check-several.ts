import { resolve } from "node:path";
import { UsageError } from "../../lib/check";

/** Refuses fewer than two runs, and one that is named twice. */
export function checkSeveral(command: string, folders: readonly string[]): void {
  if (folders.length < 2) throw new UsageError(`${command} needs two runs or more`);
  const paths = folders.map((folder) => resolve(folder));
  const twice = folders.find((_, i) => paths.indexOf(paths[i]) < i);
  if (twice !== undefined) throw new UsageError(`${command}: ${twice} is named twice; name different runs`);
}

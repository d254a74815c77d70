import { basename, resolve } from "node:path";
import { UsageError } from "../../lib/check";
import { resultsFolder } from "../../lib/runs/run-folder";

/**
 * The name of a folder under results/.
 *
 * @throws UsageError for any other folder
 */
export function namedResults(folder: string, command: string): string {
  const name = basename(resolve(folder));
  if (resolve(folder) !== resultsFolder(name))
    throw new UsageError(
      `${command}: ${folder} is no folder of results/; name one, such as results/synthetic`,
    );
  return name;
}

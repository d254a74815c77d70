import { mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { InputError, UsageError } from "../check";
import type { CheckedCorpus } from "../corpus/recording";
import { isFolder } from "../disk/is-folder";
import { temporaryBeside } from "../disk/paths";
import type { FeatureSet } from "../features/feature-set";
import { loadFeatureSet } from "../loading/load-feature-set";
import { csvSink } from "./csv-sink";
import { type ExtractionOptions, extractInOrder } from "./extract-in-order";
import { parquetSink } from "./parquet-sink";
import type { TableSink } from "./table-sink";

/**
 * Extracts a feature set from a corpus straight into a file, row by row: `.csv` (vectors) or
 * `.parquet` (vectors and matrices). The file appears under its name when it is complete.
 *
 * @throws UsageError for an unknown set, another ending, or a matrix set in CSV; InputError where
 *   the path is a folder
 */
export async function writeTable(
  corpus: Pick<CheckedCorpus, "root" | "recordings">,
  setName: string,
  path: string,
  options: ExtractionOptions = {},
): Promise<void> {
  const set = await loadFeatureSet(setName);
  const temporary = temporaryBeside(path);
  try {
    const sink = openSink(path, temporary, set);
    await extractInOrder(corpus, setName, options, (row, recording) => sink.add(recording, row));
    sink.finish();
    renameSync(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function openSink(path: string, temporary: string, set: FeatureSet): TableSink {
  if (!/\.(csv|parquet)$/.test(path)) throw new UsageError(`out="${path}" must end in .csv or .parquet`);
  if (set.kind === "matrix" && path.endsWith(".csv")) {
    throw new UsageError(
      `out="${path}": ${set.name} is a matrix per recording, which CSV cannot hold; use .parquet`,
    );
  }
  if (isFolder(path)) throw new InputError(`out="${path}" is a folder; name a file in it`);
  mkdirSync(dirname(path), { recursive: true });
  return path.endsWith(".csv") ? csvSink(temporary, set.columns) : parquetSink(temporary, set);
}

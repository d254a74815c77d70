import type { CheckedCorpus, Labelled } from "../corpus/recording";
import type { Row } from "../features/row";
import { loadFeatureSet } from "../loading/load-feature-set";
import { type ExtractionOptions, extractInOrder } from "./extract-in-order";

/**
 * A corpus seen through a feature set: one row per recording, in the corpus's order (sorted by
 * `file`). Rows are vectors of one value per column, or matrices of frames x columns.
 */
export interface FeatureTable<X extends Row = Row> {
  /** Name and version of the feature set, or the file name of a table made elsewhere. */
  readonly set: string;
  readonly columns: readonly string[];
  /** Of several sets side by side: how many columns each has, in their order. */
  readonly blocks?: readonly number[];
  readonly recordings: readonly Labelled[];
  readonly rows: readonly X[];
  /** Rows of the same recordings altered, to learn from as well: one list for each kind. */
  readonly augmented?: readonly (readonly X[])[];
  /** Rows of the same recordings under other conditions, to decide on as well. */
  readonly stressed?: readonly { readonly condition: string; readonly rows: readonly X[] }[];
}

/**
 * Extracts a feature set from every recording of a checked corpus, or takes it from the cache where
 * it is there.
 *
 * @throws UsageError for an unknown set, InputError for a recording that cannot be read
 * @example (await featureTable(corpus, "librosa-v1")).rows[0].length // 180
 */
export async function featureTable(
  corpus: Pick<CheckedCorpus, "root" | "recordings">,
  setName: string,
  options: ExtractionOptions = {},
): Promise<FeatureTable> {
  const set = await loadFeatureSet(setName);
  const rows: Row[] = [];
  await extractInOrder(corpus, setName, options, (row) => rows.push(row));
  const blocks = set.kind === "vector" ? set.blocks : undefined;
  return { set: set.name, columns: set.columns, blocks, recordings: corpus.recordings, rows };
}

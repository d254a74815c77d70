import { InputError } from "../check";
import type { FeatureTable } from "../dataset/feature-table";
import type { Fold } from "./folds/fold";

/** Labels of the two corpora in common words: { "happy": "happiness" }; those that it does not name stay as they are. */
export type LabelMap = Readonly<Record<string, string>>;

/** A table with one fold that trains on the first corpus and tests on the second; for `crossValidate`. */
export interface CrossCorpus {
  readonly table: FeatureTable;
  readonly folds: readonly [Fold];
  /** What the other corpus has no counterpart for, and is left out: "boredom (40 recordings)". */
  readonly leftOut: readonly string[];
}

/**
 * Puts two corpora side by side, so that a model trained on one is tested on the other. Labels are mapped to common words;
 * recordings whose label only one of the two has are left out. Files and speakers get their corpus's name in front: the
 * same name in both is not the same voice.
 *
 * @throws InputError where the tables have different columns or no label in common
 *
 * @example joinCorpora({ name: "a", table }, { name: "b", table }).folds[0].test.length // 24
 */
export function joinCorpora(
  train: { readonly name: string; readonly table: FeatureTable },
  test: { readonly name: string; readonly table: FeatureTable },
  labelMap: LabelMap = {},
): CrossCorpus {
  checkSameColumns(train.table, test.table);
  if (train.name === test.name)
    throw new InputError(`both corpora are called "${train.name}"; give them different names`);
  const [first, second] = [train, test].map(({ name, table }) => renamed(name, table, labelMap));
  const shared = new Set(
    first.map(({ emotion }) => emotion).filter((emotion) => second.some((row) => row.emotion === emotion)),
  );
  if (shared.size < 2)
    throw new InputError(
      `${train.name} and ${test.name} share ${shared.size} labels, two are needed: pass a label map`,
    );
  const all = [...first, ...second];
  const kept = all.filter(({ emotion }) => shared.has(emotion));
  const indices = (ofTraining: boolean) =>
    kept.flatMap(({ corpus }, i) => ((corpus === train.name) === ofTraining ? [i] : []));
  return {
    table: {
      set: train.table.set,
      columns: train.table.columns,
      blocks: train.table.blocks,
      recordings: kept.map(({ file, speaker, emotion }) => ({ file, speaker, emotion })),
      rows: kept.map(({ row }) => row),
    },
    folds: [{ name: test.name, train: indices(true), test: indices(false) }],
    leftOut: countLeftOut(all.filter(({ emotion }) => !shared.has(emotion)).map(({ emotion }) => emotion)),
  };
}

function renamed(name: string, { recordings, rows }: FeatureTable, labelMap: LabelMap) {
  return recordings.map(({ file, speaker, emotion }, i) => ({
    corpus: name,
    file: `${name}/${file}`,
    speaker: `${name}/${speaker}`,
    emotion: Object.hasOwn(labelMap, emotion) ? labelMap[emotion] : emotion,
    row: rows[i],
  }));
}

function checkSameColumns(a: FeatureTable, b: FeatureTable): void {
  const differs =
    a.columns.length !== b.columns.length || a.columns.some((column, k) => column !== b.columns[k]);
  if (differs)
    throw new InputError(
      `the tables have different columns (${a.set}: ${a.columns.length}, ${b.set}: ${b.columns.length}); extract the same features from both`,
    );
}

function countLeftOut(emotions: readonly string[]): string[] {
  return [...new Set(emotions)]
    .sort()
    .map((emotion) => `${emotion} (${emotions.filter((other) => other === emotion).length} recordings)`);
}

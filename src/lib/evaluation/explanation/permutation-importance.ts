import type { FeatureTable } from "../../dataset/feature-table";
import { random } from "../../numbers/random";
import { fitModel } from "../fit-model";
import type { Fold } from "../folds/fold";
import { uar } from "../metrics/uar";
import type { ModelSettings } from "../model-settings";

/** Columns that are shuffled together. */
export interface PermutedGroup {
  readonly name: string;
  /** Indices into the table's columns. */
  readonly columns: readonly number[];
}

/** What a model loses without the information of a group. */
export interface GroupImportance {
  readonly name: string;
  readonly columns: number;
  /** UAR lost, mean over the repetitions; near 0 or below: the group is not missed. */
  readonly loss: number;
  /** Smallest and largest loss of the repetitions. */
  readonly low: number;
  readonly high: number;
}

/** How often and from which seed groups are shuffled. */
export interface PermutationOptions {
  /** Default 5. */
  readonly repeats?: number;
  readonly onProgress?: (doneFolds: number, folds: number) => void;
}

/**
 * Permutation importance of feature groups (Breiman 2001): each fold's model decides on its test
 * part again with the columns of one group shuffled between the recordings; the pooled UAR falls by
 * what only this group knew. Groups that say the same protect each other. Rows are normalised by
 * the training part; recordings that no fold tests do not count.
 *
 * @returns one entry per group, most important first
 * @example const settings = modelSettings({ model: "lda", search: false });
 * const groups = featureGroups(table.columns);
 * (await permutationImportance(table, folds, settings, groups, { repeats: 1 })).length // 3
 */
export async function permutationImportance(
  table: FeatureTable<Float64Array>,
  folds: readonly Fold[],
  settings: ModelSettings,
  groups: readonly PermutedGroup[],
  { repeats = 5, onProgress }: PermutationOptions = {},
): Promise<GroupImportance[]> {
  const truths = table.recordings.map(({ emotion }) => emotion);
  const intact = new Array<string>(truths.length);
  const shuffled = groups.map(() => Array.from({ length: repeats }, () => new Array<string>(truths.length)));
  for (const [done, fold] of folds.entries()) {
    const decide = await foldDecisions(table, fold, settings);
    const rows = fold.test.map((i) => table.rows[i]);
    const keep = async (into: string[], changed: readonly Float64Array[]) =>
      (await decide(changed)).forEach((label, k) => {
        into[fold.test[k]] = label;
      });
    await keep(intact, rows);
    for (const [g, group] of groups.entries()) {
      for (let repeat = 0; repeat < repeats; repeat++) {
        const seed = `${settings.seed} ${fold.name} ${group.name} ${repeat}`;
        await keep(shuffled[g][repeat], shuffleColumns(rows, group.columns, seed));
      }
    }
    onProgress?.(done + 1, folds.length);
  }
  // Official folds may leave recordings untested: they are no errors.
  const tested = folds.flatMap((fold) => fold.test);
  const uarOf = (predicted: readonly string[]) =>
    uar(
      tested.map((i) => truths[i]),
      tested.map((i) => predicted[i]),
    );
  const whole = uarOf(intact);
  return groups
    .map((group, g) =>
      summary(
        group,
        shuffled[g].map((predicted) => whole - uarOf(predicted)),
      ),
    )
    .sort((a, b) => b.loss - a.loss);
}

/** Fits the fold's model and returns how it decides on rows as they were extracted. */
async function foldDecisions(
  { rows, recordings }: FeatureTable<Float64Array>,
  { train }: Fold,
  settings: ModelSettings,
) {
  const speakers = train.map((i) => recordings[i].speaker);
  const labels = train.map((i) => recordings[i].emotion);
  const training = train.map((i) => rows[i]);
  const { classifier, normalizer } = await fitModel(
    { rows: training, labels, speakers },
    { ...settings, normalize: "train" },
  );
  return async (changed: readonly Float64Array[]) => {
    const predictions = await classifier.predict(changed.map((row) => normalizer.apply(row)));
    return predictions.map(({ label }) => label);
  };
}

function shuffleColumns(
  rows: readonly Float64Array[],
  columns: readonly number[],
  seed: string,
): Float64Array[] {
  const order = random(seed).shuffle([...rows.keys()]);
  return rows.map((row, i) => {
    const changed = row.slice();
    for (const column of columns) changed[column] = rows[order[i]][column];
    return changed;
  });
}

function summary({ name, columns }: PermutedGroup, losses: readonly number[]): GroupImportance {
  const loss = losses.reduce((a, b) => a + b, 0) / losses.length;
  return { name, columns: columns.length, loss, low: Math.min(...losses), high: Math.max(...losses) };
}

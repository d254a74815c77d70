import type { FeatureTable } from "../dataset/feature-table";
import { groupBy } from "../numbers/group-by";
import type {
  ClusterOutcome,
  Evaluation,
  FoldOutcome,
  OutOfFoldPrediction,
  StressedDecisions,
} from "./evaluation";
import type { FoldResult } from "./fit-fold";
import type { Fold } from "./folds/fold";

/**
 * Puts the results of all folds side by side, in the order of the table; a label that a training
 * part lacks has probability 0.
 */
export function poolFolds(
  table: Pick<FeatureTable, "recordings" | "stressed">,
  folds: readonly Fold[],
  results: readonly FoldResult[],
): Evaluation {
  const labels = [...new Set(table.recordings.map(({ emotion }) => emotion))].sort();
  const byRecording = folds.flatMap((fold, f) =>
    predictionsOf(table, fold, results[f], labels).map((prediction, row) => ({
      index: fold.test[row],
      prediction,
    })),
  );
  byRecording.sort((a, b) => a.index - b.index);
  return {
    labels,
    predictions: byRecording.map(({ prediction }) => prediction),
    folds: folds.map((fold, f) => outcomeOf(table, fold, results[f])),
    ...(table.stressed && { stressed: stressedOf(table.stressed, folds, results) }),
  };
}

/** Of each condition what was decided, in the order of the recordings. */
function stressedOf(
  conditions: NonNullable<FeatureTable["stressed"]>,
  folds: readonly Fold[],
  results: readonly FoldResult[],
): StressedDecisions[] {
  return conditions.map(({ condition }, c) => {
    const decided = folds.flatMap(({ test }, f) =>
      test.map((index, row) => ({ index, label: results[f].stressed![c][row] })),
    );
    decided.sort((a, b) => a.index - b.index);
    return { condition, predicted: decided.map(({ label }) => label) };
  });
}

function predictionsOf(
  { recordings }: Pick<FeatureTable, "recordings">,
  fold: Fold,
  result: FoldResult,
  labels: readonly string[],
): OutOfFoldPrediction[] {
  return fold.test.map((index, row) => {
    const { file, speaker, emotion } = recordings[index];
    const { label, probabilities } = result.predictions[row];
    const of = (name: string) => probabilities[result.labels.indexOf(name)] ?? 0;
    return { file, fold: fold.name, speaker, emotion, predicted: label, probabilities: labels.map(of) };
  });
}

function outcomeOf(
  { recordings }: Pick<FeatureTable, "recordings">,
  { name, train, test, development, repeat }: Fold,
  { chosen, history, clusters }: FoldResult,
): FoldOutcome {
  const speakers = test.map((i) => recordings[i].speaker);
  return {
    fold: name,
    testSpeakers: [...new Set(speakers)].sort(),
    trainRecordings: train.length,
    testRecordings: test.length,
    ...(development && { developmentRecordings: development.length }),
    ...(repeat && { repeat }),
    chosen,
    ...(clusters && { clusters: clusterOutcome(clusters, speakers) }),
    ...(history && { history }),
  };
}

function clusterOutcome(clusters: readonly number[], speakers: readonly string[]): ClusterOutcome {
  const groups = groupBy([...speakers.keys()], (i) => `${clusters[i]}`);
  const largest = [...groups.values()].map((members) => {
    const same = groupBy(members, (i) => speakers[i]);
    return Math.max(...[...same.values()].map(({ length }) => length));
  });
  return { count: groups.size, purity: largest.reduce((a, b) => a + b, 0) / speakers.length };
}

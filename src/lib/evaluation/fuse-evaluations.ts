import { InputError } from "../check";
import type { Evaluation, OutOfFoldPrediction } from "./evaluation";
import { joinByFile } from "./join-by-file";

/**
 * Late fusion by the sum rule: each recording's probabilities are the mean of those that the models
 * give it, and the most probable emotion is decided (Kittler et al. 1998, "On combining
 * classifiers", equation 11). Nothing is learned, so that no fold can leak.
 *
 * @param evaluations two or more, of the same recordings, labels and folds
 * @throws InputError where recordings, labels or folds differ: a model may have trained on what
 *   another is tested on
 * @example
 * const lda = await crossValidate(table, folds, { model: "lda", search: false });
 * const majority = await crossValidate(table, folds, { model: "majority" });
 * fuseEvaluations([lda, majority]).predictions.length // 24
 */
export function fuseEvaluations(evaluations: readonly Evaluation[]): Evaluation {
  const [{ labels, predictions, folds }, ...others] = evaluations;
  const joined = others.map((other) => joinByFile(predictions, other.predictions));
  for (const other of others) checkLabels(labels, other.labels);
  return {
    labels,
    predictions: predictions.map((prediction, i) =>
      fused([prediction, ...joined.map((other) => other[i])], labels),
    ),
    folds: folds.map(({ fold, testSpeakers, trainRecordings, testRecordings }) => ({
      fold,
      testSpeakers,
      trainRecordings,
      testRecordings,
      chosen: {},
    })),
  };
}

function fused(parts: readonly OutOfFoldPrediction[], labels: readonly string[]): OutOfFoldPrediction {
  const [first] = parts;
  const stray = parts.find(({ fold }) => fold !== first.fold);
  if (stray) {
    throw new InputError(
      `the runs are not of the same folds: ${first.file} is tested in ${first.fold} of one and in ${stray.fold} of another`,
    );
  }
  const probabilities = labels.map(
    (_, k) => parts.reduce((sum, part) => sum + part.probabilities[k], 0) / parts.length,
  );
  return { ...first, predicted: labels[probabilities.indexOf(Math.max(...probabilities))], probabilities };
}

function checkLabels(labels: readonly string[], others: readonly string[]): void {
  if (labels.join() === others.join()) return;
  throw new InputError(
    `the runs are not of the same emotions: ${labels.join(", ")} and ${others.join(", ")}`,
  );
}

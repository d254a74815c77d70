import type { Run } from "../runs/run-files";

/** A wrong decision of a run. */
export interface WrongDecision {
  readonly file: string;
  readonly speaker: string;
  readonly emotion: string;
  readonly predicted: string;
  /** Probability that the run gave to what it heard. */
  readonly probability: number;
}

/**
 * The errors of which a run was surest: those whose wrong emotion is furthest ahead of the right
 * one, the furthest first.
 *
 * @param count at most so many
 */
export function worstErrors({ record, predictions }: Run, count: number): WrongDecision[] {
  const { labels } = record.confusion;
  const wrong = predictions.filter(({ emotion, predicted }) => emotion !== predicted);
  const decisions = wrong.map(({ file, speaker, emotion, predicted, probabilities }) => {
    const probability = probabilities[labels.indexOf(predicted)];
    const lead = probability - (probabilities[labels.indexOf(emotion)] ?? 0);
    return { lead, decision: { file, speaker, emotion, predicted, probability } };
  });
  const sorted = decisions.sort((a, b) => b.lead - a.lead);
  return sorted.slice(0, count).map(({ decision }) => decision);
}

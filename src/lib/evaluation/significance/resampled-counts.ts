import { groupBy } from "../../numbers/group-by";
import type { OutOfFoldPrediction } from "../evaluation";

/** The cells of a confusion matrix that one recording, or all recordings of one speaker, add to. */
export interface CountedUnit {
  /** Cell numbers: row x labels + column. */
  readonly cells: readonly number[];
  readonly counts: readonly number[];
}

/** One unit per recording, with its decisions of all repeats. */
export function countByRecording(
  predictions: readonly OutOfFoldPrediction[],
  labels: readonly string[],
): CountedUnit[] {
  const byFile = [...groupBy(predictions, ({ file }) => file).values()];
  return byFile.map((same) => {
    const cells = same.map((prediction) => cellOf(prediction, labels));
    return { cells, counts: cells.map(() => 1) };
  });
}

/** One unit per speaker, in ascending order of speakers. */
export function countBySpeaker(
  predictions: readonly OutOfFoldPrediction[],
  labels: readonly string[],
): CountedUnit[] {
  const speakers = [...new Set(predictions.map(({ speaker }) => speaker))].sort();
  return speakers.map((speaker) => {
    const counts = new Map<number, number>();
    for (const prediction of predictions) {
      if (prediction.speaker !== speaker) continue;
      const cell = cellOf(prediction, labels);
      counts.set(cell, (counts.get(cell) ?? 0) + 1);
    }
    return { cells: [...counts.keys()], counts: [...counts.values()] };
  });
}

function cellOf({ emotion, predicted }: OutOfFoldPrediction, labels: readonly string[]): number {
  return labels.indexOf(emotion) * labels.length + labels.indexOf(predicted);
}

/** The confusion counts of drawn units. */
export function sumCounts(units: readonly CountedUnit[], drawn: Uint32Array, labels: number): number[][] {
  const out = Array.from({ length: labels }, () => new Array<number>(labels).fill(0));
  for (const unit of drawn) {
    const { cells, counts } = units[unit];
    for (let k = 0; k < cells.length; k++) out[Math.trunc(cells[k] / labels)][cells[k] % labels] += counts[k];
  }
  return out;
}

import type { Classifier } from "../../models/classifier";
import type { Matrix } from "../../numbers/matrix";
import type { OcclusionMap } from "./occlusion";

/** The label's probability as more and more of a spectrogram is hidden. */
export interface DeletionCurve {
  /** Of all cells of the map, from 0 to 1. */
  readonly hidden: readonly number[];
  /** Hidden in the order of the map, what matters most first. */
  readonly mostFirst: readonly number[];
  /** The other way round. */
  readonly leastFirst: readonly number[];
  /** The smallest of the `hidden` at which another label wins when what matters most goes first. */
  readonly flipsAt?: number;
}

const parts = [0, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.5, 0.7, 1];

/**
 * Hides the cells of an occlusion map together, a few more each time: a map that tells what a
 * decision hangs on makes the probability fall early when what matters most goes first, and late
 * when it goes last (Petsiuk et al. 2018).
 *
 * @param row normalised, frames x bands, that the map is of
 */
export async function deletionCurve(
  model: Classifier<Matrix>,
  row: Matrix,
  map: OcclusionMap,
): Promise<DeletionCurve> {
  const across = map.loss[0].length;
  const losses = map.loss.flat();
  const mostFirst = [...losses.keys()].sort((a, b) => losses[b] - losses[a] || a - b);
  const orders = [mostFirst, [...mostFirst].reverse()];
  const rows = orders.flatMap((order) =>
    parts.map((part) => hideCells(row, order.slice(0, Math.round(part * order.length)), across, map)),
  );
  const decisions = await model.predict(rows);
  const at = model.labels.indexOf(map.label);
  const probability = decisions.map(({ probabilities }) => probabilities[at]);
  const flip = decisions.slice(0, parts.length).findIndex(({ label }) => label !== map.label);
  return {
    hidden: parts,
    mostFirst: probability.slice(0, parts.length),
    leastFirst: probability.slice(parts.length),
    ...(flip >= 0 && { flipsAt: parts[flip] }),
  };
}

function hideCells(
  row: Matrix,
  cells: readonly number[],
  across: number,
  { cellFrames, cellBands }: OcclusionMap,
): Matrix {
  const data = row.data.slice();
  for (const cell of cells) {
    const [t, b] = [Math.floor(cell / across) * cellFrames, (cell % across) * cellBands];
    for (let frame = t; frame < Math.min(t + cellFrames, row.rows); frame++)
      data.fill(0, frame * row.columns + b, frame * row.columns + Math.min(b + cellBands, row.columns));
  }
  return { ...row, data };
}

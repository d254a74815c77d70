import { InputError } from "../../check";
import type { Classifier } from "../../models/classifier";
import type { Matrix } from "../../numbers/matrix";

/** What each place of a spectrogram does for the probability of a label. */
export interface OcclusionMap {
  readonly label: string;
  /** Of the label, with nothing hidden. */
  readonly probability: number;
  /**
   * Cells over time x cells over bands: the probability lost when a patch over the cell is hidden,
   * mean of the four patches that cover it.
   */
  readonly loss: readonly (readonly number[])[];
  readonly cellFrames: number;
  readonly cellBands: number;
}

/** Size of the cells; a patch is two cells long and two wide. */
export interface OcclusionOptions {
  /** Default 8 frames. */
  readonly cellFrames?: number;
  /** Default 8 bands. */
  readonly cellBands?: number;
}

/**
 * Slides a patch over a spectrogram and measures how much probability the label loses where it is
 * hidden (Zeiler & Fergus 2014). The patch moves by half of its length and width, so that four
 * patches cover each cell of the map. Hidden values are set to 0, the mean of the training part for
 * normalised rows.
 *
 * @param row normalised, frames x bands
 * @param label one of the model's; usually the one it decides for
 * @throws InputError for a label that the model does not know
 * @example
 * const cnn = await createModel("cnn", { epochs: 1 });
 * await cnn.fit([matrix, matrix], ["anger", "sadness"], { seed: 0, speakers: ["a", "b"] });
 * (await occlusion(cnn, matrix, "anger", { cellFrames: 12 })).loss.length // 9
 */
export async function occlusion(
  model: Classifier<Matrix>,
  row: Matrix,
  label: string,
  { cellFrames = 8, cellBands = 8 }: OcclusionOptions = {},
): Promise<OcclusionMap> {
  const at = model.labels.indexOf(label);
  if (at < 0) throw new InputError(`label="${label}" must be one of ${model.labels.join(", ")}`);
  const [over, across] = [Math.ceil(row.rows / cellFrames), Math.ceil(row.columns / cellBands)];
  // Patch (t, b) covers the cells t - 1 and t over time, b - 1 and b over bands.
  const patches = Array.from({ length: (over + 1) * (across + 1) }, (_, i) => {
    const [t, b] = [Math.floor(i / (across + 1)) - 1, (i % (across + 1)) - 1];
    return hide(row, [t * cellFrames, (t + 2) * cellFrames], [b * cellBands, (b + 2) * cellBands]);
  });
  const [whole, ...hidden] = (await model.predict([row, ...patches])).map(
    ({ probabilities }) => probabilities[at],
  );
  const lost = (t: number, b: number) => whole - hidden[t * (across + 1) + b];
  const loss = Array.from({ length: over }, (_, t) =>
    Array.from(
      { length: across },
      (_, b) => (lost(t, b) + lost(t + 1, b) + lost(t, b + 1) + lost(t + 1, b + 1)) / 4,
    ),
  );
  return { label, probability: whole, loss, cellFrames, cellBands };
}

/** The largest loss of a map and its largest gain, neither below 0. */
export function occlusionExtremes({ loss }: Pick<OcclusionMap, "loss">): {
  readonly lost: number;
  readonly gained: number;
} {
  const all = loss.flat();
  return { lost: Math.max(0, ...all), gained: Math.max(0, ...all.map((one) => -one)) };
}

type Span = readonly [from: number, to: number];

function hide(row: Matrix, [fromFrame, toFrame]: Span, [fromBand, toBand]: Span): Matrix {
  const data = row.data.slice();
  for (let t = Math.max(0, fromFrame); t < Math.min(toFrame, row.rows); t++) {
    const [from, to] = [Math.max(0, fromBand), Math.min(toBand, row.columns)];
    data.fill(0, t * row.columns + from, t * row.columns + to);
  }
  return { ...row, data };
}

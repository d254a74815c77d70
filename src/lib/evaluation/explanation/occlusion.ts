import { InputError } from "../../check";
import type { Classifier } from "../../models/classifier";
import type { Matrix } from "../../numbers/matrix";

/** What hiding each patch of a spectrogram does to the probability of a label. */
export interface OcclusionMap {
  readonly label: string;
  /** Of the label, with nothing hidden. */
  readonly probability: number;
  /** Patches over time x patches over bands: the probability lost when the patch is hidden. */
  readonly loss: readonly (readonly number[])[];
  readonly patchFrames: number;
  readonly patchBands: number;
}

/** Size of the patches. */
export interface OcclusionOptions {
  /** Default 12 frames. */
  readonly patchFrames?: number;
  /** Default 8 bands. */
  readonly patchBands?: number;
}

/**
 * Hides a spectrogram patch by patch and measures how much probability the label loses (Zeiler &
 * Fergus 2014). Hidden cells are set to 0, the mean of the training part for normalised rows.
 *
 * @param row normalised, frames x bands
 * @param label one of the model's; usually the one it decides for
 * @throws InputError for a label that the model does not know
 * @example
 * const cnn = await createModel("cnn", { epochs: 1 });
 * await cnn.fit([matrix, matrix], ["anger", "sadness"], { seed: 0, speakers: ["a", "b"] });
 * (await occlusion(cnn, matrix, "anger")).loss.length // 9
 */
export async function occlusion(
  model: Classifier<Matrix>,
  row: Matrix,
  label: string,
  { patchFrames = 12, patchBands = 8 }: OcclusionOptions = {},
): Promise<OcclusionMap> {
  const at = model.labels.indexOf(label);
  if (at < 0) throw new InputError(`label="${label}" must be one of ${model.labels.join(", ")}`);
  const [over, across] = [Math.ceil(row.rows / patchFrames), Math.ceil(row.columns / patchBands)];
  const patches = Array.from({ length: over * across }, (_, i) =>
    hide(row, Math.floor(i / across) * patchFrames, (i % across) * patchBands, patchFrames, patchBands),
  );
  const [whole, ...hidden] = (await model.predict([row, ...patches])).map(
    ({ probabilities }) => probabilities[at],
  );
  const loss = Array.from({ length: over }, (_, t) =>
    hidden.slice(t * across, (t + 1) * across).map((probability) => whole - probability),
  );
  return { label, probability: whole, loss, patchFrames, patchBands };
}

function hide(row: Matrix, fromFrame: number, fromBand: number, frames: number, bands: number): Matrix {
  const data = row.data.slice();
  const toBand = Math.min(fromBand + bands, row.columns);
  for (let t = fromFrame; t < Math.min(fromFrame + frames, row.rows); t++) {
    data.fill(0, t * row.columns + fromBand, t * row.columns + toBand);
  }
  return { ...row, data };
}

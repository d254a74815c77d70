import type { Matrix } from "../../../numbers/matrix";
import type { Random } from "../../../numbers/random";
import { augment, type NetworkAugmentation } from "../augmentation/augment";
import { atLeast } from "../augmentation/crop";
import type { Batch } from "../network";
import { stack } from "../stack";

/** SpecAugment alone. */
export const noAugmentation: NetworkAugmentation = { speed: 0, bands: 0, level: 0 };

/**
 * What one speaker may vary by and another stay the same: a tenth in speed, a band in pitch, a
 * third of a deviation in level.
 */
export const gentleAugmentation: NetworkAugmentation = { speed: 0.1, bands: 1, level: 0.3 };

/** Varied crops of `length` frames as one batch: rows x frames x bands x 1. */
export function trainingBatch(
  matrices: readonly Matrix[],
  length: number,
  augmentation: NetworkAugmentation,
  source: Random,
): Batch {
  const crops = matrices.map((matrix) => augment(matrix, length, augmentation, source).data);
  return stack(crops, [length, matrices[0].columns, 1]);
}

/**
 * Whole recordings, each a batch of its own since their durations differ, padded with zeros to at
 * least `length` frames.
 */
export function predictionBatches(matrices: readonly Matrix[], length: number): Batch[] {
  return matrices.map((matrix) => {
    const { rows, columns, data } = atLeast(matrix, length);
    return stack([data], [rows, columns, 1]);
  });
}

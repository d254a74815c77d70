import type { Matrix } from "../../../numbers/matrix";
import type { Random } from "../../../numbers/random";
import { addInputNoise } from "./add-input-noise";
import { changeSpeed } from "./change-speed";
import { crop } from "./crop";
import { shiftBands } from "./shift-bands";
import { type SpecAugmentOptions, specAugment } from "./spec-augment";

/**
 * How training recordings are varied; every value is drawn anew for every recording in every epoch.
 */
export interface NetworkAugmentation extends SpecAugmentOptions {
  /** Largest change of speed, as a part: .1 speaks 10 % slower to 10 % faster; 0 for none. */
  readonly speed: number;
  /** Largest shift of pitch and formants, in bands up or down; 0 for none. */
  readonly bands: number;
  /** Largest change of level, in deviations of a band up or down; 0 for none. */
  readonly level: number;
  /**
   * Lowest ratio of speech to noise in decibels; the ratio lies up to 30 dB above it. Without it,
   * no noise.
   */
  readonly snrDb?: number;
}

/**
 * A varied stretch of `length` frames of a normalised log-mel matrix (frames x bands): speed,
 * pitch, level and noise as asked for, then SpecAugment. Everything works on the cached features;
 * nothing is decoded or extracted again.
 *
 * @example augment(matrix, 100, { speed: 0.1, bands: 2, level: 0 }, random(0)).rows // 100
 */
export function augment(
  matrix: Matrix,
  length: number,
  options: NetworkAugmentation,
  source: Random,
): Matrix {
  const { speed, bands, level, snrDb } = options;
  const within = (largest: number) => largest * (2 * source.uniform() - 1);
  const paced = speed > 0 ? changeSpeed(matrix, 1 + within(speed)) : matrix;
  let varied = crop(paced, length, source);
  if (bands > 0) varied = shiftBands(varied, within(bands));
  if (level > 0) varied = changeLevel(varied, within(level));
  if (snrDb !== undefined) varied = addInputNoise(varied, snrDb + 30 * source.uniform(), source);
  return specAugment(varied, source, options);
}

function changeLevel({ rows, columns, data }: Matrix, shift: number): Matrix {
  return { rows, columns, data: data.map((value) => value + shift) };
}

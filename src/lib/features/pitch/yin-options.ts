import { InputError } from "../../check";
import type { FrameOptions } from "../../frames/frame";

/** The search of YIN and pYIN; names and defaults are librosa's. */
export interface YinOptions extends FrameOptions {
  /** Lowest F0 searched, in Hz. */
  readonly fMin: number;
  /** Highest F0 searched, in Hz. */
  readonly fMax: number;
}

/**
 * The shortest and longest period searched, in samples.
 *
 * @throws InputError where the range is empty, beyond half the sample rate, or its longest period
 *   does not fit into a frame
 */
export function periodsOf(sampleRate: number, { fMin, fMax, frameLength = 2048 }: YinOptions) {
  if (!(fMin > 0 && fMin < fMax && fMax <= sampleRate / 2)) {
    throw new InputError(`fMin=${fMin} and fMax=${fMax} must rise between 0 and ${sampleRate / 2} Hz`);
  }
  if (sampleRate / fMin >= frameLength - 1) {
    const lowest = Math.ceil(sampleRate / (frameLength - 1)) + 1;
    throw new InputError(
      `fMin=${fMin} has no whole period in frameLength=${frameLength}; use ${lowest} Hz or longer frames`,
    );
  }
  const minPeriod = Math.floor(sampleRate / fMax);
  const maxPeriod = Math.min(Math.ceil(sampleRate / fMin), frameLength - 1);
  return { minPeriod, maxPeriod };
}

/**
 * How far the lowest point of a parabola through three neighbours lies from the middle one: -1 to
 * 1, 0 where it lies further or at the ends.
 */
export function parabolicShift(values: Float64Array, index: number): number {
  if (index <= 0 || index >= values.length - 1) return 0;
  const curvature = values[index + 1] + values[index - 1] - 2 * values[index];
  const slope = (values[index + 1] - values[index - 1]) / 2;
  return Math.abs(slope) >= Math.abs(curvature) ? 0 : -slope / curvature;
}

/** Whether a value is a trough: lower than the one before and not higher than the one after. */
export function isTrough(values: Float64Array, index: number): boolean {
  const last = values.length - 1;
  if (index === 0) return values[0] < values[1];
  if (index === last) return values[last] < values[last - 1];
  return values[index] < values[index - 1] && values[index] <= values[index + 1];
}

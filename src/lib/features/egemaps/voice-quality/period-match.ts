import { autocorrelation } from "../../../numbers/autocorrelation";
import { peakHeight, peakOffset } from "../pitch/parabolic-peak";

/** How far a period may be from the one that F0 tells. */
const searchRange = 0.1;

/** Where a waveform comes again. */
export interface PeriodMatch {
  /**
   * Length of the period in samples, between whole samples where the parabola through the peak has
   * its top.
   */
  readonly length: number;
  /** The same in whole samples. */
  readonly samples: number;
  /** Pearson's correlation of the period with the next one. */
  readonly correlation: number;
}

/** The longest period in samples that the search for one of `period` samples tries. */
export const longestPeriod = (period: number): number => Math.floor(period * (1 + searchRange));

/**
 * The period that begins at a sample: of all lengths within a tenth of the expected one that are
 * peaks, the one where a stretch of that length correlates best with the equally long stretch that
 * follows it.
 *
 * @param samples a waveform with at least twice the longest period after `at`
 * @param at index of the first sample
 * @param period expected length in samples
 * @returns null where no length is better than both its neighbours
 */
export function matchPeriod(samples: Float32Array, at: number, period: number): PeriodMatch | null {
  const shortest = Math.floor(period * (1 - searchRange));
  const correlations = neighbourCorrelations(samples, at, shortest, longestPeriod(period));
  let best = -1;
  for (let k = 1; k < correlations.length - 1; k++) {
    const value = correlations[k];
    if (value <= correlations[k - 1] || value < correlations[k + 1]) continue;
    if (best < 0 || value > correlations[best]) best = k;
  }
  if (best < 0) return null;
  const around = [correlations[best - 1], correlations[best], correlations[best + 1]] as const;
  const whole = shortest + best;
  return { length: whole + peakOffset(...around), samples: whole, correlation: peakHeight(...around) };
}

/** Less of a stretch's energy than this is no variance but rounding. */
const leastVariance = 1e-9;

/**
 * Of the last search: sums of the samples from the first one on, sums of their squares, and
 * correlations.
 */
interface Scratch {
  readonly sums: Float64Array;
  readonly squares: Float64Array;
  readonly correlations: Float64Array;
}

const scratchOf = (count: number): Scratch => ({
  sums: new Float64Array(count),
  squares: new Float64Array(count),
  correlations: new Float64Array(count),
});

let scratch = scratchOf(0);

/**
 * Pearson's correlation of a stretch with the next one, for each length from `shortest` to
 * `longest`.
 */
function neighbourCorrelations(samples: Float32Array, at: number, shortest: number, longest: number) {
  if (scratch.sums.length <= 2 * longest) scratch = scratchOf(4 * longest + 1);
  const { sums, squares } = scratch;
  const out = scratch.correlations.subarray(0, Math.max(0, longest - shortest + 1));
  sumUp(samples, at, 2 * longest, sums, squares);
  autocorrelation(samples, at, shortest, shortest, out);
  for (let length = shortest; length <= longest; length++) {
    const near = sums[length];
    const far = sums[2 * length] - near;
    const energyNear = squares[length];
    const energyFar = squares[2 * length] - energyNear;
    const varianceNear = energyNear - (near * near) / length;
    const varianceFar = energyFar - (far * far) / length;
    const varies = varianceNear > leastVariance * energyNear && varianceFar > leastVariance * energyFar;
    const product = out[length - shortest] + laggedProduct(samples, at + shortest, at + length, length);
    const covariance = product - (near * far) / length;
    out[length - shortest] = varies ? covariance / Math.sqrt(varianceNear * varianceFar) : 0;
  }
  return out;
}

function sumUp(samples: Float32Array, at: number, count: number, sums: Float64Array, squares: Float64Array) {
  let sum = 0;
  let square = 0;
  for (let i = 0; i < count; i++) {
    const value = samples[at + i];
    sums[i + 1] = sum += value;
    squares[i + 1] = square += value * value;
  }
}

function laggedProduct(samples: Float32Array, from: number, to: number, lag: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += samples[i] * samples[i + lag];
  return sum;
}

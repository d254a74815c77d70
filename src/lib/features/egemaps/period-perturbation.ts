/** Jitter and shimmer of a stretch of voiced speech. */
export interface Perturbation {
  /** Mean difference of neighbouring periods relative to the mean period. */
  readonly jitter: number;
  /** Mean level difference of neighbouring periods, in dB. */
  readonly shimmerDb: number;
}

const searchRange = 0.1;
const minimumCorrelation = 0.5;

/** Jitter and shimmer by matching the waveform of neighbouring periods (Eyben's thesis, section 2.2.12). */
export class PeriodPerturbation {
  constructor(
    private readonly samples: Float32Array,
    private readonly sampleRate: number,
  ) {}

  /** Of the stretch from sample `start`, `length` samples long, whose fundamental frequency is known. */
  of(start: number, length: number, f0Hz: number): Perturbation {
    const period = this.sampleRate / f0Hz;
    const reach = Math.ceil(period * searchRange);
    const periods: number[] = [];
    const levels: number[] = [];
    for (let at = start; at + 2 * (period + reach) < start + length; ) {
      const next = this.bestMatch(at, Math.round(period), reach);
      if (next < 0) break;
      periods.push(next - at);
      levels.push(this.peakToPeak(at, Math.round(period)));
      at = next;
    }
    return { jitter: relativeDifference(periods), shimmerDb: levelDifferenceDb(levels) };
  }

  private bestMatch(at: number, period: number, reach: number): number {
    let best = minimumCorrelation;
    let place = -1;
    for (let lag = period - reach; lag <= period + reach; lag++) {
      const correlation = this.correlation(at, at + lag, period);
      if (correlation <= best) continue;
      best = correlation;
      place = at + lag;
    }
    return place;
  }

  private correlation(a: number, b: number, length: number): number {
    const { samples } = this;
    let [cross, left, right] = [0, 0, 0];
    for (let i = 0; i < length; i++) {
      cross += samples[a + i] * samples[b + i];
      left += samples[a + i] ** 2;
      right += samples[b + i] ** 2;
    }
    return left > 0 && right > 0 ? cross / Math.sqrt(left * right) : 0;
  }

  private peakToPeak(at: number, length: number): number {
    let [low, high] = [0, 0];
    for (let i = at; i < at + length; i++) {
      low = Math.min(low, this.samples[i]);
      high = Math.max(high, this.samples[i]);
    }
    return high - low;
  }
}

function relativeDifference(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let sum = 0;
  for (let i = 1; i < values.length; i++) sum += Math.abs(values[i] - values[i - 1]);
  return sum / (values.length - 1) / mean;
}

function levelDifferenceDb(values: readonly number[]): number {
  if (values.length < 2) return 0;
  let sum = 0;
  for (let i = 1; i < values.length; i++) sum += Math.abs(20 * Math.log10(values[i] / values[i - 1]));
  return sum / (values.length - 1);
}

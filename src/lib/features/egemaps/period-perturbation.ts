import { laggedProducts } from "../../audio/lagged-products";
import { peakHeight, peakOffset } from "./parabolic-peak";

/** Jitter and shimmer at one frame. */
export interface Perturbation {
  /** Mean difference of neighbouring periods relative to the mean period. */
  readonly jitter: number;
  /** Mean difference of neighbouring periods' amplitudes relative to their mean, as a level in dB. */
  readonly shimmerDb: number;
}

/** How far a period may be from the one that F0 tells. */
const searchRange = 0.1;
const minimumCorrelation = 0.5;
/** Time that is left between the second period and the end of what has been heard. */
const marginSeconds = 30 / 16000;
const none: Perturbation = { jitter: 0, shimmerDb: 0 };

/**
 * Jitter and shimmer by following the waveform from period to period (Eyben's thesis, section 2.2.12): the next period begins where the normalized correlation of
 * the waveform with itself has its highest peak, within a tenth of the period that F0 tells.
 *
 * The periods are followed through a voiced segment from its first sample on; a frame is described by the periods that end in its 10 ms. Where none does, the values
 * of the frame before hold on.
 */
export class PeriodPerturbation {
  private position = 0;
  private previousPeriod = 0;
  private current = none;
  private lastFrame = Number.NaN;

  /**
   * @param hop samples from one frame to the next
   */
  constructor(
    private readonly samples: Float32Array,
    private readonly sampleRate: number,
    private readonly hop: number,
  ) {}

  /** Goes on to a voiced frame, whose number must be higher than the last one's. */
  advance(frame: number, f0Hz: number): Perturbation {
    if (frame !== this.lastFrame + 1) this.start(frame);
    this.lastFrame = frame;
    const period = this.sampleRate / f0Hz;
    const needed = 2 * period + marginSeconds * this.sampleRate;
    const isLong = period > 1.06 * this.hop;
    const end = (frame + (isLong ? 2 : 1)) * this.hop;
    if (isLong) this.position = Math.max(0, Math.min(this.position, Math.floor(end - needed)));
    const periods: number[] = [];
    const amplitudes: number[] = [];
    while (this.position + needed <= end) this.followPeriod(period, periods, amplitudes);
    if (periods.length > 0) this.describe(periods, amplitudes);
    return this.current;
  }

  private start(frame: number): void {
    this.position = frame * this.hop;
    this.previousPeriod = 0;
    this.current = none;
  }

  private followPeriod(period: number, periods: number[], amplitudes: number[]): void {
    const { position } = this;
    const match = bestMatch(this.samples, position, period);
    if (!match) {
      this.position += Math.round(period);
      return;
    }
    const length = Math.round(match.lag);
    this.position += length;
    if (match.correlation < minimumCorrelation) return;
    periods.push(match.lag);
    if (amplitudes.length === 0) amplitudes.push(peakToPeak(this.samples, position, length));
    amplitudes.push(peakToPeak(this.samples, position + length, length));
  }

  private describe(periods: number[], amplitudes: number[]): void {
    const chain = this.previousPeriod > 0 ? [this.previousPeriod, ...periods] : periods;
    this.previousPeriod = periods[periods.length - 1];
    this.current = {
      jitter: chain.length < 2 ? this.current.jitter : meanStep(chain) / mean(periods),
      shimmerDb: 20 * Math.log10(1 + ratio(meanStep(amplitudes), mean(amplitudes))),
    };
  }
}

/** Where the waveform from `position` on comes again about one period later: the lag in samples and the correlation; null without a peak in the search range. */
function bestMatch(samples: Float32Array, position: number, period: number) {
  const length = Math.round(period) + 1;
  const first = Math.floor(period * (1 - searchRange)) - 1;
  const last = Math.ceil(period * (1 + searchRange)) + 1;
  if (first < 1 || position + last + length > samples.length) return null;
  const correlations = slidingCorrelation(samples, position, length, first, last);
  let best = -1;
  for (let k = 1; k < correlations.length - 1; k++) {
    const value = correlations[k];
    if (value <= correlations[k - 1] || value <= correlations[k + 1]) continue;
    if (best < 0 || value > correlations[best]) best = k;
  }
  if (best < 0) return null;
  const around = [correlations[best - 1], correlations[best], correlations[best + 1]] as const;
  return { lag: first + best + peakOffset(...around), correlation: peakHeight(...around) };
}

/** Normalized correlation of a stretch with the equally long stretches `first` to `last` samples after it. */
function slidingCorrelation(samples: Float32Array, at: number, length: number, first: number, last: number) {
  const out = laggedProducts(samples, at, length, first, new Float64Array(last - first + 1));
  const energy = energyOf(samples, at, length);
  let other = energyOf(samples, at + first, length);
  for (let lag = first; lag <= last; lag++) {
    out[lag - first] /= Math.sqrt(Math.max(0, energy * other) + 1e-20);
    other += samples[at + lag + length] ** 2 - samples[at + lag] ** 2;
  }
  return out;
}

function energyOf(samples: Float32Array, at: number, length: number): number {
  let sum = 0;
  for (let i = at; i < at + length; i++) sum += samples[i] * samples[i];
  return sum;
}

function peakToPeak(samples: Float32Array, at: number, length: number): number {
  let [low, high] = [samples[at], samples[at]];
  for (let i = at + 1; i < at + length; i++) {
    if (samples[i] < low) low = samples[i];
    else if (samples[i] > high) high = samples[i];
  }
  return high - low;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const ratio = (a: number, b: number): number => (b > 0 ? a / b : 0);

function meanStep(values: readonly number[]): number {
  let sum = 0;
  for (let i = 1; i < values.length; i++) sum += Math.abs(values[i] - values[i - 1]);
  return sum / (values.length - 1);
}

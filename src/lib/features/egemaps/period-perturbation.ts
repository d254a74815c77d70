import { longestPeriod, matchPeriod } from "./period-match";

/** Jitter and shimmer at one frame. */
export interface Perturbation {
  /** Mean difference of neighbouring periods relative to the mean period, at most 1. */
  readonly jitter: number;
  /** Mean difference of neighbouring periods' amplitudes relative to their mean, at most 1, as a level in dB. */
  readonly shimmerDb: number;
}

/** Periods that are less like the next one do not count. */
const minimumCorrelation = 0.5;
/** Samples that must lie beyond two of the longest periods, at any sample rate. */
const marginSamples = 4;
const none: Perturbation = { jitter: 0, shimmerDb: 0 };

/**
 * Jitter and shimmer by following the waveform from period to period (Eyben's thesis, section 2.2.12): each period is as long as makes it most like the next one,
 * within a tenth of what F0 tells.
 *
 * The periods are followed through a voiced segment from its first sample on. A frame goes on where the last one stopped and takes the periods that two of the longest
 * ones fit behind, up to the end of its 10 ms; if not even one fits, it hears as far as one needs. What it leaves, the next frame begins with; if less than two
 * samples are left, the next frame begins where this one did. A period that is not like the next one is passed over, and where none is found one of F0's length. The
 * values of the frame before hold on where a frame has no period. All of this was read off openSMILE's output for waveforms with a given F0.
 */
export class PeriodPerturbation {
  private left = 0;
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
    if (frame !== this.lastFrame + 1) this.start();
    this.lastFrame = frame;
    const periods: number[] = [];
    const amplitudes: number[] = [];
    const begin = frame * this.hop - this.left;
    const available = this.hop + this.left;
    const followed = this.follow(begin, available, this.sampleRate / f0Hz, periods, amplitudes);
    const left = available - followed;
    this.left = left >= 2 ? left : available;
    if (periods.length > 0) this.describe(periods, amplitudes);
    return this.current;
  }

  private start(): void {
    this.left = 0;
    this.previousPeriod = 0;
    this.current = none;
  }

  /** Follows the periods from `begin` on, adds their lengths and two amplitudes for each, and tells by how many samples it went on. */
  private follow(begin: number, available: number, period: number, periods: number[], amplitudes: number[]) {
    const { samples } = this;
    const needed = 2 * longestPeriod(period) + marginSamples;
    const end = begin + Math.min(Math.max(available, needed), samples.length - begin);
    let at = begin;
    while (at + needed <= end) {
      const match = matchPeriod(samples, at, period);
      const next = at + (match ? match.samples : Math.round(period));
      if (match && match.correlation >= minimumCorrelation) {
        periods.push(match.length);
        amplitudes.push(peakToPeak(samples, at, next), peakToPeak(samples, next, next + match.samples));
      }
      at = next;
    }
    return at - begin;
  }

  private describe(periods: readonly number[], amplitudes: readonly number[]): void {
    const chain = this.previousPeriod > 0 ? [this.previousPeriod, ...periods] : periods;
    this.previousPeriod = periods[periods.length - 1];
    this.current = {
      jitter: chain.length < 2 ? 0 : Math.min(1, meanStep(chain, 1) / mean(periods)),
      shimmerDb: 20 * Math.log10(1 + Math.min(1, ratio(meanStep(amplitudes, 2), mean(amplitudes)))),
    };
  }
}

/** Range of the samples between the first and the last of a period. */
function peakToPeak(samples: Float32Array, from: number, to: number): number {
  let [low, high] = [samples[from + 1], samples[from + 1]];
  for (let i = from + 2; i < to - 1; i++) {
    if (samples[i] < low) low = samples[i];
    else if (samples[i] > high) high = samples[i];
  }
  return high - low;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const ratio = (a: number, b: number): number => (b > 0 ? a / b : 0);

/** Mean distance of neighbours, of every pair or of every other one. */
function meanStep(values: readonly number[], every: 1 | 2): number {
  let sum = 0;
  let count = 0;
  for (let i = 1; i < values.length; i += every, count++) sum += Math.abs(values[i] - values[i - 1]);
  return sum / count;
}

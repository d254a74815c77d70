import { longestPeriod, matchPeriod } from "./period-match";
import { PeriodSums } from "./period-sums";

/** Jitter and shimmer at one frame. */
export interface Perturbation {
  /** Mean difference of neighbouring periods relative to the mean period, at most 1. */
  readonly jitter: number;
  /**
   * Mean difference of neighbouring periods' amplitudes relative to their mean, at most 1, as a
   * level in dB.
   */
  readonly shimmerDb: number;
}

/** How far the periods of a voiced segment have been followed. */
interface Progress extends Perturbation {
  /** Samples of the last frame that are left for the next one. */
  readonly left: number;
  readonly previousPeriod: number;
}

/** A step from one frame to the next, the same wherever a segment is come by again. */
export interface PeriodStep {
  readonly from: Progress;
  readonly f0Hz: number;
  /** With the jitter and shimmer of the frame. */
  readonly to: Progress;
  /** Whether the recording ended before all samples that the step wants, so that it may go on. */
  readonly isCut: boolean;
}

/** Periods that are less like the next one do not count. */
const minimumCorrelation = 0.5;
/** Samples that must lie beyond two of the longest periods, at any sample rate. */
const marginSamples = 4;
const beginning: Progress = { left: 0, previousPeriod: 0, jitter: 0, shimmerDb: 0 };

/**
 * Jitter and shimmer by following the waveform from period to period (Eyben's thesis, section
 * 2.2.12): with the periods T(i) of a frame and their peak-to-peak amplitudes A(i),
 *
 *     jitter = mean |T(i) - T(i - 1)| / mean T(i),  shimmer = 20 log10(1 + mean |A(i + 1) - A(i)| / mean A)
 *
 * both quotients at most 1. A(i + 1) is the amplitude of the equally long stretch after the period.
 *
 * Where the periods are, `next` being the sample at which the last frame stopped, hop = 10 ms and
 * T0 = sampleRate / F0:
 *
 * - A period begins at `next` and has the length from .9 T0 to 1.1 T0 at which it correlates best
 *   with what follows; `next` moves on by it. With a correlation below .5 it is passed over.
 *   Without a peak in the correlation T0 samples are passed over.
 * - It is taken while next + 2 (1.1 T0) + 4 <= end. `end` is the end of the frame's 10 ms, and at
 *   least far enough for one period.
 * - The next frame goes on at `next` if at least two samples of this one are left, else where this
 *   one began.
 * - A frame without a period keeps the values of the frame before. An unvoiced frame ends the
 *   segment.
 *
 * All of this was read off openSMILE's output for waveforms with a given F0.
 */
export class JitterShimmer {
  private progress = beginning;
  private lastFrame = Number.NaN;

  /**
   * @param sampleRate in Hz
   * @param hop samples from one frame to the next
   */
  constructor(
    private readonly samples: Float32Array,
    private readonly sampleRate: number,
    private readonly hop: number,
  ) {}

  /**
   * Goes on to a voiced frame, whose number must be higher than the last one's.
   *
   * @param known a step to this frame that was taken before; taken again only if it began elsewhere
   */
  advance(frame: number, f0Hz: number, known?: PeriodStep): PeriodStep {
    const from = frame === this.lastFrame + 1 ? this.progress : beginning;
    const isSame = known?.from === from && known.f0Hz === f0Hz && !known.isCut;
    const step = isSame ? known : this.step(frame, f0Hz, from);
    this.lastFrame = frame;
    this.progress = step.to;
    return step;
  }

  private step(frame: number, f0Hz: number, from: Progress): PeriodStep {
    const begin = frame * this.hop - from.left;
    const available = this.hop + from.left;
    const found = new PeriodSums(from.previousPeriod);
    const { samples, isCut } = this.follow(begin, available, this.sampleRate / f0Hz, found);
    const rest = available - samples;
    const left = rest >= 2 ? rest : available;
    const { jitter, shimmerDb } = found.count > 0 ? found : from;
    return { from, f0Hz, to: { left, previousPeriod: found.lastPeriod, jitter, shimmerDb }, isCut };
  }

  /**
   * Follows the periods from `begin` on, as far as the samples that are wanted, or the recording,
   * go. Returns by how many samples, and whether the recording ended first.
   */
  private follow(begin: number, available: number, period: number, found: PeriodSums) {
    const { samples } = this;
    const needed = 2 * longestPeriod(period) + marginSamples;
    const wanted = begin + Math.max(available, needed);
    const end = Math.min(wanted, samples.length);
    let at = begin;
    while (at + needed <= end) {
      const match = matchPeriod(samples, at, period);
      const next = at + (match ? match.samples : Math.round(period));
      if (match && match.correlation >= minimumCorrelation) {
        const amplitude = peakToPeak(samples, at, next);
        found.add(match.length, amplitude, peakToPeak(samples, next, next + match.samples));
      }
      at = next;
    }
    return { samples: at - begin, isCut: end < wanted };
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

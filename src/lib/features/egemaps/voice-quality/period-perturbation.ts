import { longestPeriod, matchPeriod } from "./period-match";
import { PeriodSums } from "./period-sums";

/** Jitter and shimmer at one frame. */
export interface Perturbation {
  /** Mean difference of neighbouring periods relative to the mean period, at most 1. */
  readonly jitter: number;
  /** Mean difference of neighbouring periods' amplitudes relative to their mean, at most 1, as a level in dB. */
  readonly shimmerDb: number;
}

/** How far the periods of a voiced segment have been followed. */
interface Progress {
  /** Samples of the last frame that are left for the next one. */
  readonly left: number;
  readonly previousPeriod: number;
  readonly current: Perturbation;
}

/** A step from one frame to the next, which is the same wherever a segment is come by again. */
export interface PerturbationStep {
  readonly from: Progress;
  readonly f0Hz: number;
  readonly to: Progress;
}

/** Where the step that led to a frame is kept. */
interface KnownStep {
  perturbation?: PerturbationStep;
}

/** Periods that are less like the next one do not count. */
const minimumCorrelation = 0.5;
/** Samples that must lie beyond two of the longest periods, at any sample rate. */
const marginSamples = 4;
const beginning: Progress = { left: 0, previousPeriod: 0, current: { jitter: 0, shimmerDb: 0 } };

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
  private progress = beginning;
  private lastFrame = Number.NaN;

  /**
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
   * @param known what is known of the frame: a step from where the last frame ended, with the same F0, is not taken again
   */
  advance(frame: number, f0Hz: number, known: KnownStep = {}): Perturbation {
    const from = frame === this.lastFrame + 1 ? this.progress : beginning;
    const { perturbation: step } = known;
    this.lastFrame = frame;
    this.progress = step?.from === from && step.f0Hz === f0Hz ? step.to : this.step(frame, f0Hz, from, known);
    return this.progress.current;
  }

  private step(frame: number, f0Hz: number, from: Progress, known: KnownStep): Progress {
    const begin = frame * this.hop - from.left;
    const available = this.hop + from.left;
    const found = new PeriodSums(from.previousPeriod);
    const { samples, untilEnd } = this.follow(begin, available, this.sampleRate / f0Hz, found);
    const rest = available - samples;
    const left = rest >= 2 ? rest : available;
    const current = found.count > 0 ? { jitter: found.jitter, shimmerDb: found.shimmerDb } : from.current;
    const to = { left, previousPeriod: found.lastPeriod, current };
    if (!untilEnd) known.perturbation = { from, f0Hz, to };
    return to;
  }

  /** Follows the periods from `begin` on, as far as the samples that are wanted, or the recording, go; tells by how many samples, and whether the recording ended first. */
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
    return { samples: at - begin, untilEnd: end < wanted };
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

import { frameTimesSeconds } from "../../frames/axes";
import { Frames } from "../../frames/frame";
import type { Samples } from "../../numbers/samples";
import { ViterbiDecoder } from "./viterbi-decoder";
import { type CandidateOptions, YinCandidates } from "./yin-candidates";
import { YinDifference } from "./yin-difference";
import { parabolicShift, periodsOf, type YinOptions } from "./yin-options";

/** Pitch over time. */
export interface PitchContour {
  /** Time of each frame. */
  readonly timesSeconds: Float64Array;
  /** F0 of each frame; NaN where it is unvoiced. */
  readonly f0Hz: Float64Array;
  /** Probability of each frame being voiced, 0 to 1. */
  readonly voicedProbability: Float64Array;
}

/** pYIN's settings; names and defaults are librosa.pyin's. */
export interface PyinOptions extends YinOptions, CandidateOptions {
  /** Width of a pitch bin in semitones; default 0.1. */
  readonly resolution?: number;
  /** Fastest change of pitch in octaves per second; default 35.92. */
  readonly maxTransitionRate?: number;
  /**
   * Probability of a change between voiced and unvoiced from one frame to the next; default 0.01.
   */
  readonly switchProb?: number;
}

/**
 * F0 by probabilistic YIN (Mauch & Dixon 2014): period candidates with probabilities in every
 * frame, and the most probable path through them. Follows librosa.pyin.
 *
 * @param sampleRate in Hz
 * @param options the range fMin to fMax; frames of 2048 samples every 512 by default
 * @returns F0 on a grid of `resolution` semitones; silence is unvoiced throughout
 * @example pyin(tone(220).samples, 16000, { fMin: 65, fMax: 500 }).f0Hz[10] // 219.9
 */
export function pyin(samples: Samples, sampleRate: number, options: PyinOptions): PitchContour {
  const { fMin, fMax, resolution = 0.1, maxTransitionRate = 35.92, switchProb = 0.01 } = options;
  const frames = new Frames(samples, options);
  const perOctave = 12 * Math.ceil(1 / resolution);
  const bins = Math.floor(perOctave * Math.log2(fMax / fMin)) + 1;
  const observations = observe(frames, sampleRate, options, bins, perOctave);
  const semitones = Math.round((maxTransitionRate * 12 * frames.hopLength) / sampleRate);
  const reach = Math.min(bins - 1, (semitones * perOctave) / 24);
  const states = new ViterbiDecoder(bins, Math.floor(reach), switchProb).decode(observations);
  return {
    timesSeconds: frameTimesSeconds(frames.count, frames.hopLength, sampleRate),
    f0Hz: Float64Array.from(states, (state) => (state < bins ? fMin * 2 ** (state / perOctave) : Number.NaN)),
    voicedProbability: observations.voicedProbability,
  };
}

/** The candidates of every frame as pitch bins. */
function observe(frames: Frames, sampleRate: number, options: PyinOptions, bins: number, perOctave: number) {
  const { minPeriod, maxPeriod } = periodsOf(sampleRate, options);
  const difference = new YinDifference(frames.frameLength, minPeriod, maxPeriod);
  const candidates = new YinCandidates(difference.count, options);
  const buffer = new Float64Array(frames.frameLength);
  const voicedProbability = new Float64Array(frames.count);
  const found = new Float64Array(bins);
  const starts = [0];
  const occupied: number[] = [];
  const probabilities: number[] = [];
  for (let t = 0; t < frames.count; t++) {
    const values = difference.of(frames.read(t, buffer));
    candidates.find(values);
    found.fill(0);
    for (let c = 0; c < candidates.count; c++) {
      const period = minPeriod + candidates.troughs[c] + parabolicShift(values, candidates.troughs[c]);
      const bin = Math.max(0, Math.round(perOctave * Math.log2(sampleRate / period / options.fMin)));
      // Of two candidates in one bin the longer period counts, and one above the range counts for
      // nothing, as in librosa.
      if (bin < bins) found[bin] = candidates.probabilities[c];
    }
    for (let bin = 0; bin < bins; bin++) {
      if (found[bin] === 0) continue;
      occupied.push(bin);
      probabilities.push(found[bin]);
      voicedProbability[t] += found[bin];
    }
    voicedProbability[t] = Math.min(1, voicedProbability[t]);
    starts.push(occupied.length);
  }
  return { starts, bins: occupied, probabilities, voicedProbability };
}

import type { SoundMeasures } from "../../frames/sound-measures";

/**
 * The range that each measure had in the recordings that a model was trained on: lowest and
 * highest.
 */
export type HeardRanges = Readonly<Record<keyof SoundMeasures, readonly [lowest: number, highest: number]>>;

/** How a recording differs from all that a model has learned from. */
export interface Unlikeness {
  /**
   * 0 within what was heard; 1 where a difference is told, such as 6 dB of level; more the farther.
   */
  readonly unlike: number;
  /** What differs, in words. */
  readonly differences: readonly string[];
}

/**
 * The ranges of training recordings.
 *
 * @example heardRanges([measureSound(tone(220))]).offset.length // 2
 */
export function heardRanges(measured: readonly SoundMeasures[]): HeardRanges {
  const range = (name: keyof SoundMeasures): [number, number] => {
    const values = Float64Array.from(measured, (measures) => measures[name]).sort();
    return [values[0], values[values.length - 1]];
  };
  return {
    levelDb: range("levelDb"),
    noiseBelowDb: range("noiseBelowDb"),
    offset: range("offset"),
    bandwidthHz: range("bandwidthHz"),
  };
}

interface Judgement {
  /** How far outside, in the unit from which on it is told. */
  readonly steps: number;
  readonly words: string;
}

/** Compares a recording with what a model has learned from. */
export function unlikeness(ranges: HeardRanges, measures: SoundMeasures): Unlikeness {
  const judgements = [level, noise, offset, bandwidth].map((judge) => judge(ranges, measures));
  const unlike = Math.max(...judgements.map(({ steps }) => steps));
  const told = judgements.filter(({ steps }) => steps >= 1);
  return {
    unlike: Number(unlike.toFixed(2)),
    differences: told.sort((a, b) => b.steps - a.steps).map(({ words }) => words),
  };
}

function level({ levelDb: [lowest, highest] }: HeardRanges, { levelDb }: SoundMeasures): Judgement {
  const beyond = Math.max(lowest - levelDb, levelDb - highest, 0);
  const word = levelDb < lowest ? "quieter" : "louder";
  return { steps: beyond / 6, words: `${Math.round(beyond)} dB ${word} than anything it learned from` };
}

function noise({ noiseBelowDb: [lowest] }: HeardRanges, { noiseBelowDb }: SoundMeasures): Judgement {
  const beyond = Math.max(0, lowest - noiseBelowDb);
  return {
    steps: beyond / 6,
    words: `noisier by ${Math.round(beyond)} dB than anything it learned from`,
  };
}

function offset({ offset: [, highest] }: HeardRanges, measures: SoundMeasures): Judgement {
  return {
    steps: Math.max(0, measures.offset - highest) / 0.003,
    words: `an offset of ${measures.offset.toFixed(3)}, where it learned from at most ${highest.toFixed(3)}`,
  };
}

function bandwidth({ bandwidthHz: [lowest] }: HeardRanges, { bandwidthHz }: SoundMeasures): Judgement {
  const octaves = Math.max(0, Math.log2(lowest / Math.max(1, bandwidthHz)));
  const kilohertz = (hz: number) => (hz / 1000).toFixed(1);
  return {
    steps: octaves / 0.2,
    words: `nothing above ${kilohertz(bandwidthHz)} kHz, where all that it learned from reaches ${kilohertz(lowest)} kHz`,
  };
}

import { framePower } from "../audio/frame-power";
import type { Waveform } from "../audio/waveform";
import { withoutOffset } from "../audio/without-offset";
import { measureSound } from "../frames/sound-measures";
import { soundPrint } from "./sound-print";

/** What the samples of a recording's file tell, its channels averaged. */
export interface SampleFacts {
  /** Of the speech, in dB of full scale. */
  readonly levelDb: number;
  /** Level of the quietest tenth, in dB of full scale. */
  readonly noiseFloorDb: number;
  /** The highest sample without its sign, part of full scale. */
  readonly peak: number;
  /** Part of the samples in runs of three or more at the highest or lowest value. */
  readonly clippedShare: number;
  /** Mean of the samples without its sign, part of full scale. */
  readonly dcOffset: number;
  /** Part of the frames of 32 ms below -60 dB of full scale, offset removed. */
  readonly silentShare: number;
  /** The frequency above which one part in ten thousand of the power lies. */
  readonly bandwidthHz: number;
  /** As `soundPrint` gives it; empty for silence. */
  readonly print: string;
}

const silencePower = 1e-6;

/**
 * Measures the samples of a recording.
 *
 * @example sampleFacts({ samples: new Float32Array(16000).fill(0.01), sampleRate: 16000 }).silentShare // 1
 */
export function sampleFacts(waveform: Waveform): SampleFacts {
  const { samples, sampleRate } = waveform;
  const { levelDb, noiseBelowDb, offset: dcOffset, bandwidthHz } = measureSound(waveform);
  const [lowest, highest] = bounds(samples);
  const centred = withoutOffset(samples);
  const frameLength = Math.round(0.032 * sampleRate);
  const powers = framePower(centred, frameLength, frameLength);
  return {
    levelDb,
    noiseFloorDb: levelDb - noiseBelowDb,
    peak: Math.max(-lowest, highest),
    clippedShare: lowest < highest ? clipped(samples, lowest, highest) / samples.length : 0,
    dcOffset,
    silentShare: powers.filter((power) => power < silencePower).length / powers.length,
    bandwidthHz,
    print: soundPrint({ samples: centred, sampleRate }),
  };
}

function bounds(samples: Float32Array): [lowest: number, highest: number] {
  let [lowest, highest] = [samples[0], samples[0]];
  for (const sample of samples) {
    if (sample < lowest) lowest = sample;
    if (sample > highest) highest = sample;
  }
  return [lowest, highest];
}

/** Samples in runs of three or more at either bound: a peak of sound alone is rounder. */
function clipped(samples: Float32Array, lowest: number, highest: number): number {
  let count = 0;
  let run = 0;
  for (let i = 0; i <= samples.length; i++) {
    const isBound = i < samples.length && (samples[i] === lowest || samples[i] === highest);
    if (isBound && (run === 0 || samples[i] === samples[i - 1])) run++;
    else {
      if (run >= 3) count += run;
      run = isBound ? 1 : 0;
    }
  }
  return count;
}

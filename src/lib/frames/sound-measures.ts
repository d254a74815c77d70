import type { Waveform } from "../audio/waveform";
import { percentile } from "../numbers/percentile";
import { Stft } from "./stft";

/** What the microphone, the room and the line leave in a recording, whoever speaks. */
export interface SoundMeasures {
  /** Root mean square of what is within 25 dB of the loudest frame, in dB of full scale. */
  readonly levelDb: number;
  /** Level of the quietest tenth of the frames, in dB below the speech. */
  readonly noiseBelowDb: number;
  /** Mean of the samples, part of full scale, without its sign. */
  readonly offset: number;
  /** The frequency above which one part in ten thousand of the power lies. */
  readonly bandwidthHz: number;
}

const pausePower = 10 ** -2.5;
const partBeyond = 1e-4;
/** No power counts for less: -120 dB. */
const leastPower = 1e-12;

/**
 * Measures a recording; frames of some 32 ms.
 *
 * @example measureSound({ samples: new Float32Array(16000).fill(0.01), sampleRate: 16000 }).offset // 0.01
 */
export function measureSound({ samples, sampleRate }: Waveform): SoundMeasures {
  let sum = 0;
  for (const sample of samples) sum += sample;
  const offset = sum / samples.length;
  const { powers, spectrum, scale } = spectra(
    samples.map((sample) => sample - offset),
    sampleRate,
  );
  const sorted = powers.sort((a, b) => a - b);
  const spoken = sorted.filter((power) => power >= sorted[sorted.length - 1] * pausePower);
  const speech = spoken.reduce((total, power) => total + power, 0) / spoken.length;
  const decibels = (power: number) => 10 * Math.log10(Math.max(leastPower, power * scale));
  return {
    levelDb: decibels(speech),
    noiseBelowDb: decibels(speech) - decibels(percentile(sorted, 0.1)),
    offset: Math.abs(offset),
    bandwidthHz: bandwidth(spectrum) * (sampleRate / 2),
  };
}

/**
 * The power of each frame, the mean power of each bin, and the factor that makes a mean square of a
 * frame's power.
 */
function spectra(samples: Float32Array, sampleRate: number) {
  const nFft = 2 ** Math.round(Math.log2(0.032 * sampleRate));
  const stft = new Stft({ nFft, hopLength: nFft / 2 });
  const frames = stft.frames(samples);
  const spectrum = new Float64Array(stft.bins);
  const one = new Float64Array(stft.bins);
  const powers = Float64Array.from({ length: frames.count }, (_, t) => {
    stft.power(frames, t, one);
    let power = 0;
    for (let bin = 0; bin < one.length; bin++) {
      power += one[bin];
      spectrum[bin] += one[bin];
    }
    return power;
  });
  // Half of the bins stand for all; a Hann window keeps 3/8 of the power.
  return { powers, spectrum, scale: 2 / (0.375 * nFft * nFft) };
}

/** The part of the spectrum up to which all power but `partBeyond` lies. */
function bandwidth(spectrum: Float64Array): number {
  const total = spectrum.reduce((sum, value) => sum + value, 0);
  let beyond = 0;
  let bin = spectrum.length - 1;
  for (; bin > 0; bin--) {
    beyond += spectrum[bin];
    if (beyond > total * partBeyond) break;
  }
  return bin / (spectrum.length - 1);
}

import type { Waveform } from "../audio/waveform";
import { random } from "../numbers/random";
import { exp, gainOf } from "./exact-math";
import { seededNoise } from "./noise";

/** What lies between a mouth and a file, as a cheap microphone in a bare room does it. */
const chain = {
  /** The microphone hears little below and above, falling by 6 dB an octave. */
  lowHz: 250,
  highHz: 2400,
  /** Walls that send the sound back: after how long, and how much weaker. */
  echoes: [
    { seconds: 0.0131, levelDb: -11 },
    { seconds: 0.0237, levelDb: -13 },
    { seconds: 0.0419, levelDb: -15 },
    { seconds: 0.0677, levelDb: -18 },
    { seconds: 0.1033, levelDb: -22 },
  ],
  /** Of the amplifier. */
  gainDb: 7,
  /** Below full scale. */
  hissDb: -58,
};

/**
 * Records a waveform by another chain than the embedded corpus's: a bare room, a microphone of
 * narrow band, more gain, hiss. As long as the waveform, the same samples on every machine.
 *
 * @param seed of the hiss
 * @example recordElsewhere({ samples: new Float32Array(8000), sampleRate: 16000 }, "a").samples.length // 8000
 */
export function recordElsewhere({ samples, sampleRate }: Waveform, seed: string): Waveform {
  const heard = withEchoes(samples, sampleRate);
  const band = withoutLow(withoutHigh(heard, chain.highHz / sampleRate), chain.lowHz / sampleRate);
  const [gain, hissGain] = [gainOf(chain.gainDb), gainOf(chain.hissDb) * Math.sqrt(3)];
  const hiss = seededNoise(random(`${seed} hiss`).integer(2 ** 31));
  const bounded = (value: number) => Math.max(-1, Math.min(1, value));
  return { samples: band.map((value) => bounded(gain * value + hissGain * hiss())), sampleRate };
}

function withEchoes(samples: Float32Array, sampleRate: number): Float32Array {
  const out = samples.slice();
  for (const { seconds, levelDb } of chain.echoes) {
    const [delay, gain] = [Math.round(seconds * sampleRate), gainOf(levelDb)];
    for (let i = delay; i < out.length; i++) out[i] += gain * samples[i - delay];
  }
  return out;
}

/** A filter of one pole, which halves the power at a frequency, in parts of the sample rate. */
function withoutHigh(samples: Float32Array, frequency: number): Float32Array {
  const pole = exp(-2 * Math.PI * frequency);
  let last = 0;
  return samples.map((sample) => {
    last = (1 - pole) * sample + pole * last;
    return last;
  });
}

function withoutLow(samples: Float32Array, frequency: number): Float32Array {
  const low = withoutHigh(samples, frequency);
  return samples.map((sample, i) => sample - low[i]);
}

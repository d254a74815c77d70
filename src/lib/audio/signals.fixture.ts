import type { Waveform } from "./waveform";

/**
 * Signals for tests, rounded to 16 bit, so that librosa.reference.py makes the same ones to the
 * bit.
 */
export const signals: Readonly<Record<string, Waveform>> = {
  tone: waveform(16000, 12000, (seconds) => 0.5 * Math.sin(2 * Math.PI * 440 * seconds)),
  sweep: waveform(
    16000,
    12000,
    (seconds) => 0.4 * Math.sin(2 * Math.PI * (100 * seconds + 2600 * seconds * seconds)),
  ),
  noise: waveform(16000, 12000, noise(0.3)),
  voice: voice(16000, 12000),
  voice44: voice(44100, 22050),
};

function waveform(sampleRate: number, length: number, valueAt: (seconds: number) => number): Waveform {
  const samples = Float32Array.from(
    { length },
    (_, i) => Math.round(valueAt(i / sampleRate) * 32767) / 32768,
  );
  return { samples, sampleRate };
}

/**
 * Uniform between -level and level, by a linear congruential generator that whole numbers hold
 * exactly.
 */
function noise(level: number): () => number {
  let state = 12345;
  return () => {
    state = (state * 16807) % 2147483647;
    return level * ((2 * state) / 2147483647 - 1);
  };
}

/**
 * A tenth of a second of silence, then pulses gliding up from 110 Hz through three formants, with a
 * little noise.
 */
function voice(sampleRate: number, length: number): Waveform {
  const resonators = [
    [700, 80],
    [1220, 90],
    [2600, 120],
  ].map(([hertz, bandwidth]) => resonator(hertz, bandwidth, sampleRate));
  const breath = noise(0.01);
  let phase = 0;
  return waveform(sampleRate, length, (seconds) => {
    if (seconds < 0.1) return 0;
    phase += (110 + 80 * seconds) / sampleRate;
    const pulse = phase >= 1 ? 1 : 0;
    phase -= pulse;
    return 2 * resonators.reduce((value, filter) => filter(value), pulse + breath());
  });
}

function resonator(hertz: number, bandwidth: number, sampleRate: number): (value: number) => number {
  const radius = Math.exp((-Math.PI * bandwidth) / sampleRate);
  const b = 2 * radius * Math.cos((2 * Math.PI * hertz) / sampleRate);
  const c = -radius * radius;
  let [before, earlier] = [0, 0];
  return (value) => {
    const out = (1 - b - c) * value + b * before + c * earlier;
    earlier = before;
    before = out;
    return out;
  };
}

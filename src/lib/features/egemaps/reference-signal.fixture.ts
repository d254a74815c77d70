import type { Waveform } from "../../audio/waveform";

const sampleRate = 16000;

/** Uniform noise from -1 to 1 by a linear congruential generator, which Python repeats. */
function noise(count: number): Float64Array {
  let state = 1n;
  return Float64Array.from({ length: count }, () => {
    state = (state * 1103515245n + 12345n) % 2147483648n;
    return Number(state) / 2 ** 30 - 1;
  });
}

function resonate(signal: Float64Array, hertz: number, bandwidth: number): Float64Array {
  const radius = Math.exp((-Math.PI * bandwidth) / sampleRate);
  const a1 = 2 * radius * Math.cos((2 * Math.PI * hertz) / sampleRate);
  const out = new Float64Array(signal.length);
  for (let i = 0; i < signal.length; i++) {
    out[i] = signal[i] + a1 * (out[i - 1] ?? 0) - radius * radius * (out[i - 2] ?? 0);
  }
  return out;
}

/** Pulses gliding from 110 to 190 Hz through three formants. */
function voiced(count: number): Float64Array {
  let cycles = 0;
  let last = 0;
  let signal: Float64Array = Float64Array.from({ length: count }, (_, i) => {
    cycles += 110 + (80 * i) / count;
    const pulses = Math.floor(cycles / sampleRate) - last;
    last += pulses;
    return pulses;
  });
  for (const [hertz, bandwidth] of [
    [600, 80],
    [1400, 100],
    [2600, 140],
  ]) {
    signal = resonate(signal, hertz, bandwidth);
  }
  const peak = signal.reduce((top, value) => Math.max(top, Math.abs(value)), 0);
  return signal.map((value) => value / peak);
}

/**
 * Silence, a gliding vowel, noise, silence, a louder vowel, silence: what `egemaps.reference.py`
 * gave to openSMILE.
 */
export function referenceSignal(): Waveform {
  const silence = new Float64Array(3200);
  const scaled = (part: Float64Array, by: number) => part.map((value) => by * value);
  const parts = [
    silence,
    scaled(voiced(9600), 0.5),
    scaled(noise(4800), 0.05),
    silence,
    scaled(voiced(6400), 0.8),
    silence,
  ];
  const floor = noise(30400);
  const samples = parts.flatMap((part) => Array.from(part));
  return {
    samples: Float32Array.from(samples, (v, i) => Math.round((v + 0.001 * floor[i]) * 32767) / 32768),
    sampleRate,
  };
}

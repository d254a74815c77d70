import type { Random } from "../../numbers/random";

/**
 * White noise of normal distribution.
 *
 * @example whiteNoise(100, random(0)).length // 100
 */
export function whiteNoise(length: number, source: Random): Float32Array {
  return Float32Array.from({ length }, () => source.normal());
}

/**
 * Poles and gains of Paul Kellet's filter, 1999: -3 dB an octave to .05 dB above 9.2 Hz at 44.1
 * kHz.
 */
const poles = [0.99886, 0.99332, 0.969, 0.8665, 0.55, -0.7616];
const gains = [0.0555179, 0.0750759, 0.153852, 0.3104856, 0.5329522, -0.016898];

/**
 * Pink noise: 3 dB less with each octave.
 *
 * @example pinkNoise(100, random(0)).length // 100
 */
export function pinkNoise(length: number, source: Random): Float32Array {
  const states = new Float64Array(poles.length);
  let last = 0;
  const next = () => {
    const white = source.normal();
    let sum = last + 0.5362 * white;
    last = 0.115926 * white;
    for (let k = 0; k < poles.length; k++) {
      states[k] = poles[k] * states[k] + gains[k] * white;
      sum += states[k];
    }
    return sum;
  };
  for (let i = 0; i < 1000; i++) next(); // the slow poles fill
  return Float32Array.from({ length }, next);
}

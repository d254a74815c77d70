import { alawSample, mulawSample } from "../formats/pcm/companding";

const sortedValues = (sample: (code: number) => number): Float32Array =>
  Float32Array.from({ length: 256 }, (_, code) => sample(code)).sort();
const values = { mulaw: sortedValues(mulawSample), alaw: sortedValues(alawSample) };

/**
 * Samples as ITU-T G.711 carries them, 8 bit each: the nearest of its 256 values; louder ones are
 * clipped.
 *
 * @example companded(Float32Array.of(0.5), "alaw") // [0.4921875]
 */
export function companded(samples: Float32Array, law: keyof typeof values): Float32Array {
  return samples.map((sample) => nearest(values[law], sample));
}

function nearest(sorted: Float32Array, value: number): number {
  let [low, high] = [0, sorted.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= value) low = middle;
    else high = middle;
  }
  return value - sorted[low] <= sorted[high] - value ? sorted[low] : sorted[high];
}

/**
 * How much a spectrum resembles noise: the geometric over the arithmetic mean of the powers, from
 * near 0 (a tone) to 1 (flat; also silence). Follows librosa.feature.spectral_flatness.
 *
 * @param power |X|^2 of each bin; smaller ones are taken for 1e-10
 * @example spectralFlatness(Float64Array.of(1, 1, 1)) // 1
 */
export function spectralFlatness(power: Float32Array | Float64Array): number {
  let logarithms = 0;
  let sum = 0;
  for (let k = 0; k < power.length; k++) {
    const value = Math.max(1e-10, power[k]);
    logarithms += Math.log(value);
    sum += value;
  }
  return Math.exp(logarithms / power.length) / (sum / power.length);
}

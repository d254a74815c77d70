import type { Samples } from "../../numbers/samples";

/**
 * The centre of gravity of a spectrum in Hz; 0 for silence. Follows
 * librosa.feature.spectral_centroid.
 *
 * @param magnitude |X| of each bin
 * @param frequenciesHz frequency of each bin
 * @example spectralCentroidHz(Float64Array.of(0, 1, 1), Float64Array.of(0, 100, 200)) // 150
 */
export function spectralCentroidHz(magnitude: Samples, frequenciesHz: Samples): number {
  let sum = 0;
  let weighted = 0;
  for (let k = 0; k < magnitude.length; k++) {
    sum += magnitude[k];
    weighted += magnitude[k] * frequenciesHz[k];
  }
  return sum > 0 ? weighted / sum : 0;
}

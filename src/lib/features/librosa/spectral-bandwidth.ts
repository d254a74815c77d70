import type { Samples } from "../../numbers/samples";

/**
 * The spread of a spectrum around its centroid in Hz (weighted root mean square deviation); 0 for
 * silence. Follows librosa.feature.spectral_bandwidth with p = 2.
 *
 * @param magnitude |X| of each bin
 * @param frequenciesHz frequency of each bin
 * @param centroidHz the spectrum's centroid
 * @example spectralBandwidthHz(Float64Array.of(1, 0, 1), Float64Array.of(0, 100, 200), 100) // 100
 */
export function spectralBandwidthHz(magnitude: Samples, frequenciesHz: Samples, centroidHz: number): number {
  let sum = 0;
  let weighted = 0;
  for (let k = 0; k < magnitude.length; k++) {
    sum += magnitude[k];
    weighted += magnitude[k] * (frequenciesHz[k] - centroidHz) ** 2;
  }
  return sum > 0 ? Math.sqrt(weighted / sum) : 0;
}

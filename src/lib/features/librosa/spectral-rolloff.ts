import type { Samples } from "../../numbers/samples";

/**
 * The frequency in Hz below which a share of a spectrum lies; the lowest bin's for silence. Follows
 * librosa.feature.spectral_rolloff.
 *
 * @param magnitude |X| of each bin
 * @param frequenciesHz frequency of each bin
 * @param rollPercent the share, default 0.85
 * @example spectralRolloffHz(Float64Array.of(1, 1, 1, 1), Float64Array.of(0, 100, 200, 300), 0.5) // 100
 */
export function spectralRolloffHz(magnitude: Samples, frequenciesHz: Samples, rollPercent = 0.85): number {
  let total = 0;
  for (let k = 0; k < magnitude.length; k++) total += magnitude[k];
  let sum = 0;
  let k = 0;
  for (; k < magnitude.length - 1; k++) {
    sum += magnitude[k];
    if (sum >= rollPercent * total) break;
  }
  return frequenciesHz[k];
}

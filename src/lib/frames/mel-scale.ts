const hzPerMel = 200 / 3;
const logStartHz = 1000;
const logStartMel = logStartHz / hzPerMel;
const logStep = Math.log(6.4) / 27;

/**
 * Hz to mel: Slaney's scale (linear below 1 kHz, logarithmic above; Auditory Toolbox, 1998), or
 * HTK's formula. Follows librosa.hz_to_mel.
 *
 * @example hzToMel(60) // 0.9
 * @example hzToMel(1000, true) // 999.99
 */
export function hzToMel(hz: number, htk = false): number {
  if (htk) return 2595 * Math.log10(1 + hz / 700);
  return hz < logStartHz ? hz / hzPerMel : logStartMel + Math.log(hz / logStartHz) / logStep;
}

/** Mel to Hz, the inverse of `hzToMel` (librosa.mel_to_hz). */
export function melToHz(mel: number, htk = false): number {
  if (htk) return 700 * (10 ** (mel / 2595) - 1);
  return mel < logStartMel ? mel * hzPerMel : logStartHz * Math.exp(logStep * (mel - logStartMel));
}

/**
 * `count` frequencies in Hz, equally spaced in mel from `fMin` to `fMax` (librosa.mel_frequencies).
 */
export function melFrequenciesHz(count: number, fMin: number, fMax: number, htk = false): Float64Array {
  const low = hzToMel(fMin, htk);
  const step = (hzToMel(fMax, htk) - low) / (count - 1);
  return Float64Array.from({ length: count }, (_, i) => melToHz(low + i * step, htk));
}

/**
 * The frequencies of the bins of a real transform, in Hz: `k * sampleRate / nFft`, nFft / 2 + 1
 * numbers (librosa.fft_frequencies).
 *
 * @example fftFrequenciesHz(16000, 8) // [0, 2000, 4000, 6000, 8000]
 */
export function fftFrequenciesHz(sampleRate: number, nFft: number): Float64Array {
  return Float64Array.from({ length: Math.floor(nFft / 2) + 1 }, (_, k) => (k * sampleRate) / nFft);
}

/**
 * The times of centred frames, in seconds: `t * hopLength / sampleRate` (librosa.frames_to_time).
 *
 * @example frameTimesSeconds(3, 160, 16000) // [0, 0.01, 0.02]
 */
export function frameTimesSeconds(count: number, hopLength: number, sampleRate: number): Float64Array {
  return Float64Array.from({ length: count }, (_, t) => (t * hopLength) / sampleRate);
}

import type { Samples } from "../numbers/samples";

/**
 * Mean square of every centred frame, with zeros beyond the ends: the square of
 * librosa.feature.rms.
 *
 * @param frameLength in samples; default 2048
 * @param hopLength in samples; default 512
 * @returns 1 + floor(samples / hopLength) numbers
 * @example framePower(new Float32Array(16000).fill(0.5))[10] // 0.25
 */
export function framePower(samples: Samples, frameLength = 2048, hopLength = 512): Float64Array {
  const half = Math.floor(frameLength / 2);
  const padded = samples.length + 2 * half;
  const count = Math.max(1, 1 + Math.floor((padded - frameLength) / hopLength));
  return Float64Array.from({ length: count }, (_, t) => {
    const start = t * hopLength - half;
    const end = Math.min(samples.length, start + frameLength);
    let sum = 0;
    for (let i = Math.max(0, start); i < end; i++) sum += samples[i] * samples[i];
    return sum / frameLength;
  });
}

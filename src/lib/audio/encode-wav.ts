import type { Samples } from "../numbers/samples";
import { wavFile } from "./wav-file";

/**
 * Encodes one channel as a WAV file of 16-bit PCM, for players and for synthesized corpora; values
 * beyond [-1, 1) are clipped. Reading it back with `decodeWav` gives each sample rounded to a
 * multiple of 1/32768.
 *
 * @param sampleRate in Hz, a whole number
 * @example encodeWav(new Float32Array(16000), 16000).length // 32044
 */
export function encodeWav(samples: Samples, sampleRate: number): Uint8Array {
  const data = new Uint8Array(samples.length * 2);
  const view = new DataView(data.buffer);
  for (let i = 0; i < samples.length; i++) {
    const value = Math.round(samples[i] * 32768);
    view.setInt16(2 * i, Math.max(-32768, Math.min(32767, value)), true);
  }
  return new Uint8Array(wavFile({ format: 1, channels: 1, sampleRate, bytesPerSample: 2 }, data));
}

import { InputError } from "../lib/check";

/** PCM of one channel, little-endian: 16-bit integers or 32-bit floating point. */
export type SampleFormat = "s16le" | "f32le";

const bytesPerSample = { s16le: 2, f32le: 4 };

/**
 * Samples from the bytes of one message, integers scaled to [-1, 1).
 *
 * @throws InputError where the last sample is cut in two
 * @example decodeSamples(Uint8Array.of(0, 64), "s16le") // [0.5]
 */
export function decodeSamples(bytes: Uint8Array, format: SampleFormat): Float32Array {
  const size = bytesPerSample[format];
  if (bytes.length % size !== 0) {
    throw new InputError(
      `a message of ${bytes.length} bytes ends within a sample: ${format} takes ${size} each`,
    );
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const samples = new Float32Array(bytes.length / size);
  for (let i = 0; i < samples.length; i++) {
    samples[i] = format === "s16le" ? view.getInt16(2 * i, true) / 32768 : view.getFloat32(4 * i, true);
  }
  return samples;
}

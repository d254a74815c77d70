import { SampleCollector } from "../sample-collector";
import type { DecodeOptions, SoundFile } from "../sound-file";
import type { PcmLayout } from "./pcm-layout";

/** Samples of each channel that are decoded at a time. */
const atOnce = 2 ** 14;

/** Decodes what lies in a layout, piece by piece. */
export function decodePcm(
  bytes: Uint8Array,
  layout: PcmLayout,
  name: string,
  options: DecodeOptions,
): SoundFile {
  const { decoder, header, samples } = layout;
  const collector = new SampleCollector(name, header, options, samples);
  const blocks = Math.max(1, Math.floor(atOnce / decoder.blockSamples));
  const channels = Array.from(
    { length: header.channels },
    () => new Float32Array(blocks * decoder.blockSamples),
  );
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = Math.min(layout.start + layout.bytes, bytes.length);
  const pieceBytes = blocks * decoder.blockBytes;
  const skipped = Math.floor(collector.first / decoder.blockSamples);
  collector.skip(Math.min(samples, skipped * decoder.blockSamples));
  for (
    let at = layout.start + skipped * decoder.blockBytes;
    at < end && !collector.isFull;
    at += pieceBytes
  ) {
    const decoded = decoder.decode(view, at, Math.min(pieceBytes, end - at), channels);
    const count = Math.min(decoded, samples - collector.taken);
    if (count > 0) collector.push(channels, count);
  }
  return collector.finish();
}

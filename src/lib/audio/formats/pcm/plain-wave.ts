/// <reference path="../../wav-decoder.d.ts" />
import { decode } from "wav-decoder";
import { SampleCollector } from "../sample-collector";
import type { DecodeOptions, SoundFile } from "../sound-file";
import { letters, listChunks, riffForm } from "./chunks";
import type { PcmLayout } from "./pcm-layout";

/** Values that wav-decoder may give at once, all channels together: 64 MiB. */
const mostValues = 2 ** 24;

/**
 * Decodes the most usual WAV files with wav-decoder, straight from the file's bytes: a plain
 * header, integers of 16 or 32 bit or floating point, chunks of even length before the samples. It
 * would put the centre of 8 bit half a step off, take the lowest 24-bit value for the highest,
 * stumble over odd chunks and believe sizes that were never written.
 *
 * @returns nothing for any other file
 */
export function decodePlainWave(
  bytes: Uint8Array,
  layout: PcmLayout,
  name: string,
  options: DecodeOptions,
): SoundFile | undefined {
  if (options.startSeconds !== undefined || options.endSeconds !== undefined) return undefined;
  if (!isPlain(bytes, layout, name)) return undefined;
  const collector = new SampleCollector(name, layout.header, options, layout.samples);
  const whole = bytes.byteOffset === 0 ? bytes.buffer : Uint8Array.from(bytes).buffer;
  const { channelData } = decode.sync(whole as ArrayBuffer, { symmetric: true });
  collector.push(channelData, layout.samples);
  return collector.finish();
}

function isPlain(bytes: Uint8Array, { header, decoder, samples, start }: PcmLayout, name: string): boolean {
  const { channels } = header;
  if (letters(bytes, 0) !== "RIFF" || samples * channels > mostValues) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const before = listChunks(bytes.subarray(0, start), 12, riffForm, name);
  const fmt = before.find(({ id }) => id === "fmt ");
  if (!fmt || before.some(({ size }) => size % 2 === 1) || before[before.length - 1].start !== start)
    return false;
  const [tag, block, bits] = [0, 12, 14].map((at) => view.getUint16(fmt.start + at, true));
  const size = view.getUint32(start - 4, true);
  const isTold = size >= samples * decoder.blockBytes;
  const coded = (tag === 1 && (bits === 16 || bits === 32)) || (tag === 3 && (bits === 32 || bits === 64));
  return coded && isTold && block === decoder.blockBytes && decoder.blockBytes * 8 === bits * channels;
}

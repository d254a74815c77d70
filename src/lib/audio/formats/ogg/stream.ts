import { ForeignFormat } from "../foreign-format";
import type { SoundHeader } from "../sound-file";
import { readOggPage } from "./pages";

/** The stream of an OGG file that is decoded. */
export interface OggStream {
  readonly codec: "opus" | "vorbis" | "flac";
  readonly serial: number;
  /** Its first packet. */
  readonly head: Uint8Array;
}

/** More streams than files with pictures and texts beside the sound have. */
const mostStreams = 16;

const codecs: readonly (readonly [string, OggStream["codec"]])[] = [
  ["OpusHead", "opus"],
  ["\x01vorbis", "vorbis"],
  ["\x7fFLAC", "flac"],
];

/**
 * The first stream of sound in an OGG file.
 *
 * @throws ForeignFormat where there is none that is decoded here
 * @throws InputError where the file is damaged
 */
export function firstOggStream(bytes: Uint8Array, name: string): OggStream {
  for (let at = 0, count = 0; count < mostStreams; count++) {
    const page = readOggPage(bytes, at, name);
    if (!page?.isFirst || page.pieces.length === 0) break;
    const [head] = page.pieces;
    const found = codecs.find(([magic]) => startsWith(head, magic) && head.length >= 19);
    if (found) return { codec: found[1], serial: page.serial, head };
    if (startsWith(head, "Speex   ")) throw new ForeignFormat(name, "OGG with Speex");
    at = page.end;
  }
  throw new ForeignFormat(name, "an OGG file without Vorbis, Opus or FLAC");
}

/** What the first packet of Vorbis or Opus says; durations come from the last page. */
export function oggHeader({ codec, head }: OggStream, lastGranule: number | undefined): SoundHeader {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const isOpus = codec === "opus";
  const sampleRate = isOpus ? opusRate : view.getUint32(12, true);
  const skipped = isOpus ? view.getUint16(10, true) : 0;
  return {
    format: isOpus ? "OGG, Opus" : "OGG, Vorbis",
    channels: isOpus ? head[9] : head[11],
    sampleRate,
    seconds: lastGranule === undefined ? undefined : Math.max(0, lastGranule - skipped) / sampleRate,
    floatingPoint: false,
  };
}

/** Opus is decoded at 48 kHz, whatever was recorded. */
const opusRate = 48000;

/**
 * Samples that the stream has come to at its last page; undefined where the file's end tells none.
 */
export function lastGranule(bytes: Uint8Array, serial: number): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const first = Math.max(0, bytes.length - 2 ** 18);
  for (let at = bytes.length - 27; at >= first; at--) {
    if (bytes[at] !== 0x4f || !startsWith(bytes.subarray(at, at + 4), "OggS")) continue;
    const granule = Number(view.getBigInt64(at + 6, true));
    if (view.getUint32(at + 14, true) === serial && granule >= 0) return granule;
  }
  return undefined;
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return String.fromCharCode(...bytes.subarray(0, text.length)) === text;
}

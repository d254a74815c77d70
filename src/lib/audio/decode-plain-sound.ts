import { decodeWav } from "./decode-wav";
import { decodeFlac } from "./formats/flac/decode-flac";
import { damagedFile } from "./formats/foreign-format";
import { decodePcm } from "./formats/pcm/decode-pcm";
import { readAiff } from "./formats/pcm/read-aiff";
import { readAu } from "./formats/pcm/read-au";
import { readCaf } from "./formats/pcm/read-caf";
import type { DecodeOptions, SoundFile } from "./formats/sound-file";
import { type SoundFormat, soundFormatOf } from "./formats/sound-format";

/**
 * Decodes a recording without waiting: WAV, AIFF, AU, CAF and FLAC need no WebAssembly.
 *
 * @param bytes the whole file
 * @param name what errors call it
 * @returns nothing for another format
 * @throws InputError as `decodeSound`
 * @example decodePlainSound(encodeWav(Float32Array.of(0.5), 8000), "a.wav")?.sampleRate // 8000
 */
export function decodePlainSound(
  bytes: Uint8Array,
  name: string,
  options: DecodeOptions = {},
): SoundFile | undefined {
  const format = soundFormatOf(bytes, name);
  try {
    return decodeAs(format, bytes, name, options);
  } catch (error) {
    throw damagedFile(error, name);
  }
}

function decodeAs(format: SoundFormat, bytes: Uint8Array, name: string, options: DecodeOptions) {
  switch (format.kind) {
    case "wav":
      return decodeWav(bytes, name, options);
    case "aiff":
      return decodePcm(bytes, readAiff(bytes, name), name, options);
    case "au":
      return decodePcm(bytes, readAu(bytes, name), name, options);
    case "caf":
      return decodePcm(bytes, readCaf(bytes, name), name, options);
    case "flac":
      return decodeFlac(bytes, format.start, name, options);
    default:
      return undefined;
  }
}

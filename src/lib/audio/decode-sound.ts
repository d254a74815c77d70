import { decodePlainSound } from "./decode-plain-sound";
import { damagedFile, ForeignFormat } from "./formats/foreign-format";
import { decodeMp3 } from "./formats/mpeg/decode-mp3";
import { decodeOgg } from "./formats/ogg/decode-ogg";
import type { DecodeOptions, SoundFile } from "./formats/sound-file";
import { soundFormatOf } from "./formats/sound-format";

/**
 * Decodes a recording, whatever its name: WAV (RIFF, RF64, BW64, Wave64), AIFF, AU, CAF, FLAC, MP3,
 * OGG with Vorbis, Opus or FLAC. Channels are averaged, unless one is picked; what is strange about
 * the file is noted.
 *
 * Channels, rate and samples are bounded before and while it is decoded, so that no small file
 * costs much.
 *
 * @param bytes the whole file
 * @param name what errors call it
 * @throws ForeignFormat for a known format that is not decoded here
 * @throws InputError for what is no sound, damaged, too long, of more than 8 channels, or at a rate
 *   outside of 4,000 to 192,000 Hz
 * @example (await decodeSound(encodeWav(Float32Array.of(0.5), 8000), "a.wav")).format // "WAV, 16 bit"
 */
export async function decodeSound(
  bytes: Uint8Array,
  name: string,
  options: DecodeOptions = {},
): Promise<SoundFile> {
  const plain = decodePlainSound(bytes, name, options);
  if (plain) return plain;
  const format = soundFormatOf(bytes, name);
  if (format.kind === "foreign") throw new ForeignFormat(name, format.format);
  try {
    return await (format.kind === "mp3" ? decodeMp3 : decodeOgg)(bytes, name, options);
  } catch (error) {
    throw damagedFile(error, name);
  }
}

import { decodeWav } from "./decode-wav";
import { decodeFlac } from "./formats/flac/decode-flac";
import { damagedFile, ForeignFormat } from "./formats/foreign-format";
import { decodeMp3 } from "./formats/mpeg/decode-mp3";
import { decodeOgg } from "./formats/ogg/decode-ogg";
import { decodePcm } from "./formats/pcm/decode-pcm";
import { readAiff } from "./formats/pcm/read-aiff";
import { readAu } from "./formats/pcm/read-au";
import { readCaf } from "./formats/pcm/read-caf";
import { soundFormatOf } from "./formats/sound-format";
import type { DecodeOptions, SoundFile } from "./formats/sound-file";

/**
 * Decodes a recording, whatever its name: WAV (RIFF, RF64, BW64, Wave64), AIFF, AU, CAF, FLAC, MP3, OGG with
 * Vorbis, Opus or FLAC. Channels are averaged, unless one is picked; what is strange about the file is noted.
 *
 * Channels, rate and samples are bounded before and while it is decoded, so that no small file costs much.
 *
 * @param bytes the whole file
 * @param name what errors call it
 * @throws ForeignFormat for a known format that is not decoded here
 * @throws InputError for what is no sound, damaged, too long, of more than 8 channels, or at a rate outside of
 *   4,000 to 192,000 Hz
 * @example (await decodeSound(encodeWav(Float32Array.of(0.5), 8000), "a.wav")).format // "WAV, 16 bit"
 */
export async function decodeSound(
  bytes: Uint8Array,
  name: string,
  options: DecodeOptions = {},
): Promise<SoundFile> {
  const format = soundFormatOf(bytes, name);
  try {
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
      case "mp3":
        return await decodeMp3(bytes, name, options);
      case "ogg":
        return await decodeOgg(bytes, name, options);
      case "foreign":
        throw new ForeignFormat(name, format.format);
    }
  } catch (error) {
    throw damagedFile(error, name);
  }
}

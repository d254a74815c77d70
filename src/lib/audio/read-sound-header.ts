import { checkHeader } from "./formats/decode-bounds";
import { flacHeader } from "./formats/flac/decode-flac";
import { readStreamInfo } from "./formats/flac/stream-info";
import { damagedFile, ForeignFormat } from "./formats/foreign-format";
import { mp3Header } from "./formats/mpeg/decode-mp3";
import { walkMpegFrames } from "./formats/mpeg/frames";
import { firstOggStream, lastGranule, oggHeader } from "./formats/ogg/stream";
import { readAiff } from "./formats/pcm/read-aiff";
import { readAu } from "./formats/pcm/read-au";
import { readCaf } from "./formats/pcm/read-caf";
import { readWave } from "./formats/pcm/read-wave";
import { soundFormatOf } from "./formats/sound-format";
import type { DecodeOptions, SoundHeader } from "./formats/sound-file";

/**
 * What a recording's header says, without decoding it. The header of WAV, AIFF, AU, CAF and FLAC stands at the
 * beginning; MP3 and OGG tell their length only where the whole file is handed in.
 *
 * @param bytes the file, or its beginning
 * @param name what errors call it
 * @param fileBytes length of the whole file; default: all was handed in
 * @throws ForeignFormat for a known format that is not decoded here
 * @throws InputError for what is no sound, or out of bounds as for `decodeSound`
 */
export function readSoundHeader(
  bytes: Uint8Array,
  name: string,
  fileBytes = bytes.length,
  options: DecodeOptions = {},
): SoundHeader {
  try {
    const header = headerOf(bytes, name, fileBytes);
    checkHeader(header, name, options);
    return header;
  } catch (error) {
    throw damagedFile(error, name);
  }
}

function headerOf(bytes: Uint8Array, name: string, fileBytes: number): SoundHeader {
  const format = soundFormatOf(bytes, name);
  switch (format.kind) {
    case "wav":
      return readWave(bytes, name, fileBytes).header;
    case "aiff":
      return readAiff(bytes, name, fileBytes).header;
    case "au":
      return readAu(bytes, name, fileBytes).header;
    case "caf":
      return readCaf(bytes, name, fileBytes).header;
    case "flac":
      return flacHeader(readStreamInfo(bytes, format.start, name));
    case "mp3":
      return isWhole(bytes, fileBytes, mp3Header(walkMpegFrames(bytes, name)));
    case "ogg":
      return oggHeaderOf(bytes, name, fileBytes);
    case "foreign":
      throw new ForeignFormat(name, format.format);
  }
}

function oggHeaderOf(bytes: Uint8Array, name: string, fileBytes: number): SoundHeader {
  const stream = firstOggStream(bytes, name);
  if (stream.codec === "flac") return flacHeader(readStreamInfo(stream.head, 9, name));
  return isWhole(bytes, fileBytes, oggHeader(stream, lastGranule(bytes, stream.serial)));
}

function isWhole(bytes: Uint8Array, fileBytes: number, header: SoundHeader): SoundHeader {
  return bytes.length === fileBytes ? header : { ...header, seconds: undefined };
}

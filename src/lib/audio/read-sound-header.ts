import { checkHeader } from "./formats/decode-bounds";
import { decodeFlac, flacHeader } from "./formats/flac/decode-flac";
import { readStreamInfo } from "./formats/flac/stream-info";
import { damagedFile, ForeignFormat } from "./formats/foreign-format";
import { mp3Header } from "./formats/mpeg/decode-mp3";
import { walkMpegFrames } from "./formats/mpeg/frames";
import { firstOggStream, lastGranule, oggHeader } from "./formats/ogg/stream";
import { readAiff } from "./formats/pcm/read-aiff";
import { readAu } from "./formats/pcm/read-au";
import { readCaf } from "./formats/pcm/read-caf";
import { readWave } from "./formats/pcm/read-wave";
import type { SoundHeader } from "./formats/sound-file";
import { soundFormatOf } from "./formats/sound-format";

/**
 * What a recording's header says, without decoding it. The header of WAV, AIFF, AU, CAF and FLAC
 * stands at the beginning; MP3 and OGG tell their length only where the whole file is handed in.
 *
 * @param bytes the file, or its beginning
 * @param name what errors call it
 * @param fileBytes length of the whole file; default: all was handed in
 * @throws ForeignFormat for a known format that is not decoded here
 * @throws InputError for what is no sound, or out of bounds as for `decodeSound`
 * @example readSoundHeader(encodeWav(new Float32Array(4000), 8000), "a.wav").seconds // 0.5
 */
export function readSoundHeader(bytes: Uint8Array, name: string, fileBytes = bytes.length): SoundHeader {
  try {
    const header = headerOf(bytes, name, fileBytes);
    checkHeader(header, name, { endSeconds: 0 }); // how much is wanted of it, its decoder is told
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
      return flacHeaderOf(bytes, format.start, name, fileBytes);
    case "mp3":
      return isWhole(bytes, fileBytes, mp3Header(walkMpegFrames(bytes, name)));
    case "ogg":
      return oggHeaderOf(bytes, name, fileBytes);
    case "foreign":
      throw new ForeignFormat(name, format.format);
  }
}

/** Encoders that write to a pipe leave the number of samples out: then only decoding tells. */
function flacHeaderOf(bytes: Uint8Array, start: number, name: string, fileBytes: number): SoundHeader {
  const header = flacHeader(readStreamInfo(bytes, start, name));
  if (header.seconds !== undefined || bytes.length < fileBytes) return header;
  checkHeader(header, name);
  return { ...header, seconds: decodeFlac(bytes, start, name, {}).samples.length / header.sampleRate };
}

function oggHeaderOf(bytes: Uint8Array, name: string, fileBytes: number): SoundHeader {
  const stream = firstOggStream(bytes, name);
  const last = lastGranule(bytes, stream.serial);
  if (stream.codec !== "flac") return isWhole(bytes, fileBytes, oggHeader(stream, last));
  const header = flacHeader(readStreamInfo(stream.head, 9, name));
  const seconds = header.seconds ?? (last === undefined ? undefined : last / header.sampleRate);
  return isWhole(bytes, fileBytes, { ...header, format: `OGG, ${header.format}`, seconds });
}

function isWhole(bytes: Uint8Array, fileBytes: number, header: SoundHeader): SoundHeader {
  return bytes.length === fileBytes ? header : { ...header, seconds: undefined };
}

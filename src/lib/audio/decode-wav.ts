import { InputError } from "../check";
import { decodePcm } from "./formats/pcm/decode-pcm";
import { decodePlainWave } from "./formats/pcm/plain-wave";
import { readWave } from "./formats/pcm/read-wave";
import type { DecodeOptions, SoundFile } from "./formats/sound-file";
import { soundFormatOf } from "./formats/sound-format";

/**
 * Decodes a WAV file (RIFF, RF64, BW64, Wave64): integers of 8 to 64 bit, floating point, A-law,
 * mu-law, IMA and Microsoft ADPCM, up to 8 channels (averaged), plain or extensible header, sizes
 * that were never written.
 *
 * Integers are divided by the full scale (16 bit: `int / 32768`), as libsndfile and librosa do;
 * wav-decoder's own default divides positive samples by 32767.
 *
 * @param bytes the whole file
 * @param name what errors call it, usually its path
 * @throws InputError for a file that is not WAV, of another coding, cut in its data, without
 *   samples or at a rate outside of 4,000 to 192,000 Hz
 * @example decodeWav(encodeWav(Float32Array.of(0.5, -1), 8000), "a.wav").samples // [0.5, -1]
 */
export function decodeWav(bytes: Uint8Array, name: string, options: DecodeOptions = {}): SoundFile {
  if (soundFormatOf(bytes, name).kind !== "wav") throw new InputError(`${name} is no WAV file`);
  const layout = readWave(bytes, name);
  return decodePlainWave(bytes, layout, name, options) ?? decodePcm(bytes, layout, name, options);
}

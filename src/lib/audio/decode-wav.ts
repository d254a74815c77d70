/// <reference path="./wav-decoder.d.ts" />
import { decode } from "wav-decoder";
import { averageChannels } from "./average-channels";
import { type RiffWave, readRiffWave } from "./riff-wave";
import { wavFile } from "./wav-file";
import type { Waveform } from "./waveform";

/**
 * Decodes a WAV file: integer PCM of 8, 16, 24 or 32 bit or floating point of 32 or 64 bit, any number of
 * channels (averaged), plain or extensible header.
 *
 * Integers are divided by the full scale (16 bit: `int / 32768`), as libsndfile and librosa do; wav-decoder's
 * own default divides positive samples by 32767.
 *
 * @param bytes the whole file
 * @param name what errors call it, usually its path
 * @throws InputError for a file that is empty, not WAV, of another coding, cut in its data, without samples or at a rate
 *   outside of 4,000 to 192,000 Hz
 * @example decodeWav(encodeWav(tone(220).samples, 16000), "tone.wav").sampleRate // 16000
 */
export function decodeWav(bytes: Uint8Array, name: string): Waveform {
  const wave = readRiffWave(bytes, name);
  const { sampleRate, channelData } = decode.sync(canonicalFile(wave), { symmetric: true });
  return { samples: averageChannels(channelData), sampleRate };
}

/**
 * The file as wav-decoder reads it without error: a plain header, and integers of 8 and 24 bit widened to 16
 * and 32, because it puts the centre of 8 bit half a step off and takes the lowest 24-bit value for the
 * highest.
 */
function canonicalFile(wave: RiffWave): ArrayBuffer {
  const { format, bitsPerSample, channels, sampleRate } = wave;
  const bytesIn = bitsPerSample / 8;
  const whole = wave.data.length - (wave.data.length % (bytesIn * channels));
  const values = wave.data.subarray(0, whole);
  const widened = format === 1 && (bytesIn === 1 || bytesIn === 3);
  const bytesPerSample = widened ? bytesIn + 1 : bytesIn;
  const data = widened ? widen(values, bytesIn) : values;
  return wavFile({ format, channels, sampleRate, bytesPerSample }, data);
}

/**
 * One byte more per value, at the bottom: the same numbers on a finer grid. Values of 8 bit have their zero
 * at 128.
 */
function widen(values: Uint8Array, bytesIn: number): Uint8Array {
  const out = new Uint8Array((values.length / bytesIn) * (bytesIn + 1));
  const flip = bytesIn === 1 ? 0x80 : 0;
  for (let i = 0, o = 1; i < values.length; i += bytesIn, o += bytesIn + 1) {
    for (let b = 0; b < bytesIn; b++) out[o + b] = values[i + b] ^ flip;
  }
  return out;
}

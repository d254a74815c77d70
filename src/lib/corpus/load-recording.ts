import { readFileSync } from "node:fs";
import { checkWaveform } from "../audio/check-waveform";
import { decodeSound } from "../audio/decode-sound";
import { ForeignFormat } from "../audio/formats/foreign-format";
import type { DecodeOptions, SoundFile } from "../audio/formats/sound-file";
import { InputError, inFile } from "../check";
import { requireFile } from "../disk/require-file";
import { decodeWithFfmpeg } from "./ffmpeg";
import type { Recording } from "./recording";

/**
 * A recording's file, and which part of it is wanted; by default the average of all channels,
 * whole.
 */
export type RecordingPart = Pick<Recording, "path" | "file"> & DecodeOptions;

/**
 * Reads and decodes one recording of any format (`decodeSound`); several channels are averaged
 * unless one is picked. M4A, WebM, AMR, WMA and video are decoded by ffmpeg, where it is installed.
 *
 * @returns the waveform, with notes on what is strange about the file
 * @throws InputError naming the file when it is missing, cannot be decoded, or a sample is no
 *   finite number.
 *
 * @example (await loadRecording(corpus.recordings[0])).sampleRate // 16000
 */
export async function loadRecording(recording: RecordingPart): Promise<SoundFile> {
  return decodeRecording(readRecording(recording), recording);
}

/**
 * The bytes of a recording's file.
 *
 * @throws InputError naming the file when it is missing or cannot be read.
 */
export function readRecording({ path, file }: Pick<Recording, "path" | "file">): Uint8Array {
  requireFile({ path, file });
  try {
    return readFileSync(path);
  } catch (error) {
    throw new InputError(`${file}: cannot be read (${(error as Error).message})`);
  }
}

/**
 * The samples in the bytes of a recording's file, as `loadRecording` gives them.
 *
 * @throws InputError naming the file when it cannot be decoded, or a sample is no finite number.
 */
export async function decodeRecording(bytes: Uint8Array, recording: RecordingPart): Promise<SoundFile> {
  const { path, file, ...options } = recording;
  const sound = await decodeSound(bytes, file, options).catch(async (error) => {
    const decoded = error instanceof ForeignFormat && decodeWithFfmpeg(path, file, error.format, options);
    return (await decoded) || Promise.reject(error);
  });
  try {
    checkWaveform(sound);
    return sound;
  } catch (error) {
    throw inFile(error, file);
  }
}

import { readFileSync } from "node:fs";
import { checkWaveform } from "../audio/check-waveform";
import { decodeAudio } from "../audio/decode-audio";
import type { Waveform } from "../audio/waveform";
import { InputError, inFile } from "../check";
import { requireFile } from "../disk/require-file";
import type { Recording } from "./recording";

/**
 * Reads and decodes one recording; several channels are averaged.
 *
 * @throws InputError naming the file when it is missing, cannot be decoded, or a sample is no finite number.
 *
 * @example (await loadRecording(corpus.recordings[0])).sampleRate // 16000
 */
export async function loadRecording(recording: Pick<Recording, "path" | "file">): Promise<Waveform> {
  return decodeRecording(readRecording(recording), recording.file);
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
 * The samples in the bytes of a recording's file; several channels are averaged.
 *
 * @param file the name in errors
 * @throws InputError naming the file when it cannot be decoded, or a sample is no finite number.
 */
export async function decodeRecording(bytes: Uint8Array, file: string): Promise<Waveform> {
  const waveform = await decodeAudio(bytes, file);
  try {
    checkWaveform(waveform);
    return waveform;
  } catch (error) {
    throw inFile(error, file);
  }
}

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
export async function loadRecording({ path, file }: Pick<Recording, "path" | "file">): Promise<Waveform> {
  requireFile({ path, file });
  const waveform = await decodeAudio(readBytes(path, file), file);
  try {
    checkWaveform(waveform);
    return waveform;
  } catch (error) {
    throw inFile(error, file);
  }
}

function readBytes(path: string, file: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new InputError(`${file}: cannot be read (${(error as Error).message})`);
  }
}

import { readFileSync } from "node:fs";
import { checkWaveform } from "../audio/check-waveform";
import { decodeWav } from "../audio/decode-wav";
import { inFile } from "../check";
import type { Recording } from "./recording";

/**
 * Reads the samples of a WAV file in floating point, which may be no numbers.
 *
 * @throws InputError naming the file and the first bad sample
 */
export function checkSamples({ path, file }: Pick<Recording, "path" | "file">): void {
  const waveform = decodeWav(readFileSync(path), file);
  try {
    checkWaveform(waveform);
  } catch (error) {
    throw inFile(error, file);
  }
}

import { existsSync, readFileSync } from "node:fs";
import { decodeWav } from "../audio/decode-wav";
import type { Waveform } from "../audio/waveform";
import { InputError } from "../check";
import type { Recording } from "./recording";

/**
 * Reads and decodes one recording; several channels are averaged.
 *
 * @throws InputError naming the file when it is missing or cannot be decoded.
 *
 * @example loadRecording(corpus.recordings[0]).sampleRate // 16000
 */
export function loadRecording({ path, file }: Pick<Recording, "path" | "file">): Waveform {
  if (!existsSync(path)) throw new InputError(`${file}: the file is missing (looked for ${path})`);
  return decodeWav(readFileSync(path), file);
}

import { readFileSync } from "node:fs";
import { decodeWav } from "../audio/decode-wav";
import type { Waveform } from "../audio/waveform";
import type { Recording } from "./recording";
import { requireFile } from "./require-file";

/**
 * Reads and decodes one recording; several channels are averaged.
 *
 * @throws InputError naming the file when it is missing or cannot be decoded.
 *
 * @example loadRecording(corpus.recordings[0]).sampleRate // 16000
 */
export function loadRecording(recording: Pick<Recording, "path" | "file">): Waveform {
  requireFile(recording);
  return decodeWav(readFileSync(recording.path), recording.file);
}

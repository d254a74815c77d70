import { readFileSync } from "node:fs";
import { checkWaveform } from "../audio/check-waveform";
import { decodePlainSound } from "../audio/decode-plain-sound";
import { inFile } from "../check";
import type { Recording } from "./recording";
import type { RecordingFacts } from "./recording-facts";

/** Of several channels so much is compared. */
const comparedSeconds = 5;

/**
 * Reads the samples of a file where they may be strange in a way that no header tells: floating
 * point may be no numbers or unscaled, one of several channels may be silent.
 *
 * @returns what is strange, to follow the file's name
 * @throws InputError naming the file and the first sample that is no number
 */
export function checkSamples(
  { path, file }: Pick<Recording, "path" | "file">,
  { floatingPoint, channels }: Pick<RecordingFacts, "floatingPoint" | "channels">,
): readonly string[] {
  if (!floatingPoint && channels === 1) return [];
  const part = floatingPoint ? {} : { endSeconds: comparedSeconds };
  const sound = decodePlainSound(readFileSync(path), file, part);
  try {
    if (sound) checkWaveform(sound);
    return sound?.notes ?? [];
  } catch (error) {
    throw inFile(error, file);
  }
}

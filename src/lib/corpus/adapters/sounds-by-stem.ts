import { basename } from "node:path";
import { groupBy } from "../../numbers/group-by";

/**
 * Sound files by their name without folders and ending.
 *
 * @example soundsByStem(["Audios/MSP-PODCAST_0001_0008.wav"]).get("MSP-PODCAST_0001_0008") // ["Audios/MSP-PODCAST_0001_0008.wav"]
 */
export function soundsByStem(sounds: readonly string[]): ReadonlyMap<string, readonly string[]> {
  return groupBy(sounds, (file) => basename(file).replace(/\.[^.]+$/, ""));
}

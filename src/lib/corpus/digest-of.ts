import { digestBytes } from "../disk/digest-file";
import { readRecording } from "./load-recording";
import type { CheckedRecording } from "./recording";

/**
 * Digest of a recording's bytes: the one that its facts carry, or taken now and carried from then
 * on.
 *
 * @returns 64 hex digits
 * @throws InputError for a file that is missing meanwhile
 */
export function digestOf(recording: CheckedRecording): string {
  const { facts } = recording;
  facts.digest ??= digestBytes(readRecording(recording));
  return facts.digest;
}

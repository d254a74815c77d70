import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../check";
import { cacheFolder } from "../disk/paths";
import { sha256 } from "../disk/sha256";
import { type VoiceWeights, voiceWeights } from "../features/voice/voice-weights";
import { fetchVoiceWeights } from "./fetch-voice-weights";

/** SHA-256 of the converted weights. */
const weightsDigest = "69209e70620b483bd05ca224efda1fa4400ea5739e20c5f4c6bd08c4a1ddca1d";

/** Where the converted weights lie, whether they are there or not. */
export function voiceWeightsPath(): string {
  return join(cacheFolder(), "weights", "voice-v1.f32");
}

/**
 * The voice encoder's weights for `voice-v1`: fetched from PyPI the first time (16 MB, some
 * seconds), then read from the cache folder and checked.
 *
 * @throws InputError where they are neither there nor within reach, or damaged
 */
export async function loadVoiceWeights(): Promise<VoiceWeights> {
  const path = voiceWeightsPath();
  if (!existsSync(path)) await fetchVoiceWeights(path);
  const bytes = readFileSync(path);
  if (sha256(bytes) !== weightsDigest) {
    throw new InputError(
      `${path} is damaged (its SHA-256 digest must be ${weightsDigest}): delete it and run this again`,
    );
  }
  return voiceWeights(
    new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)),
  );
}

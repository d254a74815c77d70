import { readFileSync } from "node:fs";
import { loadSpeechModel } from "./load-speech-model";
import { voiceWeightsPath } from "./load-voice-weights";

/**
 * A saved model with what its feature set needs from disk, for `exportSite`.
 *
 * @throws InputError as `loadSpeechModel`
 */
export async function loadExportable(folder: string) {
  const { recognizer, facts } = await loadSpeechModel(folder);
  if (!recognizer.featureSet.includes("voice-v1")) return { recognizer, facts };
  return { recognizer, facts, voiceWeights: readFileSync(voiceWeightsPath()) };
}

import { loadFeatureSet } from "./load-feature-set";
import { loadSilero } from "./load-silero";
import { loadModel } from "./storage";

/**
 * A saved model with the feature set that it takes, ready for `recognizeWaveform`.
 *
 * @param options.silero a file of Silero VAD, which then tells speech from noise in streams
 * @throws InputError where the model is damaged, or its feature set is not the one that it was
 *   trained on
 */
export async function loadSpeechModel(folder: string, { silero }: { readonly silero?: string } = {}) {
  const { recognizer, facts } = await loadModel(folder);
  const featureSet = await loadFeatureSet(recognizer.featureSet);
  recognizer.checkSet(featureSet);
  const detector = silero ? await loadSilero(silero) : undefined;
  return { recognizer, featureSet, sampleRate: facts.sampleRate, detector, facts, heard: facts.heard };
}

import { loadFeatureSet } from "../dataset/load-feature-set";
import { loadModel } from "../models/storage";

/**
 * A saved model with the feature set that it takes, ready for `recognizeWaveform`.
 *
 * @throws InputError where the model is damaged, or its feature set is not the one that it was trained on
 */
export async function loadListener(folder: string) {
  const { recognizer, facts } = await loadModel(folder);
  const featureSet = await loadFeatureSet(recognizer.featureSet);
  recognizer.checkSet(featureSet);
  return { recognizer, featureSet, sampleRate: facts.sampleRate, facts };
}

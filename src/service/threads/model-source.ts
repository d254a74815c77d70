import { loadSpeechModel } from "../../lib/loading/load-speech-model";
import type { SavedModelFacts } from "../../lib/models/saved/saved-model-facts";
import type { SpeechModel } from "../../lib/models/saved/speech-model";

/** A model with what its card says. */
export interface LoadedModel extends SpeechModel {
  readonly facts: SavedModelFacts;
}

/** Where a model comes from, as a thread can be told. */
export interface ModelSource {
  /** Of the saved model. */
  readonly folder: string;
  /** The file of another voice-activity detector. */
  readonly silero?: string;
  /** For tests: the file of another `loadSpeechModel`, absolute. */
  readonly module?: string;
}

/** @throws InputError where the model or the detector cannot be loaded */
export async function loadServedModel({ module, folder, silero }: ModelSource): Promise<LoadedModel> {
  const load: typeof loadSpeechModel = module ? (await import(module)).loadSpeechModel : loadSpeechModel;
  return load(folder, { silero });
}

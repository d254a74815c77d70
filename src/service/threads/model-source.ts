import type { SavedModelFacts } from "../../lib/models/saved/saved-model-facts";
import type { SpeechModel } from "../../lib/models/saved/speech-model";

/** A model with what its card says. */
export interface ServedModel extends SpeechModel {
  readonly facts: SavedModelFacts;
}

/**
 * Where a model comes from, as a thread can be told: `module` is the absolute path of the file that exports
 * `loadSpeechModel`, `folder` what it is called with, and `silero` the file of another voice-activity detector.
 */
export interface ModelSource {
  readonly module: string;
  readonly folder: string;
  readonly silero?: string;
}

export async function loadServedModel({ module, folder, silero }: ModelSource): Promise<ServedModel> {
  const { loadSpeechModel } = await import(module);
  return loadSpeechModel(folder, { silero });
}

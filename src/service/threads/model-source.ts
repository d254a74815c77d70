import { basename } from "node:path";
import type { OtherModel } from "../../lib/live/other-models";
import { loadSpeechModel } from "../../lib/loading/load-speech-model";
import type { SavedModelFacts } from "../../lib/models/saved/saved-model-facts";
import type { SpeechModel } from "../../lib/models/saved/speech-model";

/** A model with what its card says. */
export interface LoadedModel extends SpeechModel {
  readonly facts: SavedModelFacts;
}

/** A model that answers beside the first one. */
type LoadedOther = OtherModel & LoadedModel;

/** Where a model comes from, as a thread can be told. */
export interface ModelSource {
  /** Of the saved model. */
  readonly folder: string;
  /** Of the models that answer beside it. */
  readonly others?: readonly string[];
  /** The file of another voice-activity detector. */
  readonly silero?: string;
  /** For tests: the file of another `loadSpeechModel`, absolute. */
  readonly module?: string;
  /** For tests, which start many services: as `warmUp` takes it. */
  readonly warmUpSeconds?: number;
}

/** @throws InputError where the model or the detector cannot be loaded */
export async function loadServedModel({ module, folder, silero }: ModelSource): Promise<LoadedModel> {
  return (await loaderOf(module))(folder, { silero });
}

/** The models beside the first one, named by their folders, of one name by their place, too. */
export async function loadOtherModels({ module, others = [] }: ModelSource): Promise<LoadedOther[]> {
  const load = await loaderOf(module);
  const models: LoadedOther[] = [];
  for (const [i, folder] of others.entries()) {
    const name = basename(folder);
    const isTaken = models.some((model) => model.name === name);
    const model = await load(folder, {});
    models.push({
      ...model,
      name: isTaken ? `${name} ${i + 2}` : name,
      synthetic: model.facts.corpus.synthetic,
    });
  }
  return models;
}

async function loaderOf(module: string | undefined): Promise<typeof loadSpeechModel> {
  return module ? (await import(module)).loadSpeechModel : loadSpeechModel;
}

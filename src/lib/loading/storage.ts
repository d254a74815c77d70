import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../check";
import { checkSchema } from "../disk/check-schema";
import { checkReplaceable, writeFolder } from "../disk/paths";
import { sha256 } from "../disk/sha256";
import { modelFamily } from "../models/create-model";
import { modelCard } from "../models/saved/model-card";
import type { Recognizer } from "../models/saved/recognizer";
import {
  decodeRecognizer,
  encodeRecognizer,
  type RecognizerDescription,
} from "../models/saved/recognizer-format";
import type { SavedModelFacts } from "../models/saved/saved-model-facts";
import { modelSchema } from "./model-schema";

const DESCRIPTION = "model.json";
const WEIGHTS = "weights.bin";
const CARD = "README.md";
const cure = "copy or train the model again";
const KIND = { name: "a saved model", mark: DESCRIPTION };

/** What `model.json` holds. */
type SavedDescription = RecognizerDescription & {
  readonly weightsSha256: string;
  readonly facts: SavedModelFacts;
  /** Of all that stands above it, the weights' digest included. */
  readonly sha256: string;
};

/** A saved model as it was read. */
export interface SavedModel {
  readonly recognizer: Recognizer;
  readonly facts: SavedModelFacts;
}

/** Refuses a directory where `saveModel` would not write, before the work for it begins. */
export function checkModelFolder(folder: string): void {
  checkReplaceable(folder, [DESCRIPTION, WEIGHTS, CARD], KIND);
}

/**
 * Writes a model as a directory: `model.json`, `weights.bin` and its card, `README.md`; whole or
 * not at all. An older saved model in the same place is replaced.
 *
 * @throws InputError where the directory holds anything else
 */
export function saveModel(folder: string, recognizer: Recognizer, facts: SavedModelFacts): void {
  const { description, weights } = encodeRecognizer(recognizer);
  const told = { ...description, weightsSha256: sha256(weights), facts };
  const saved: SavedDescription = { ...told, sha256: sha256(JSON.stringify(told)) };
  const files = {
    [DESCRIPTION]: `${JSON.stringify(saved, null, 1)}\n`,
    [WEIGHTS]: weights,
    [CARD]: modelCard(recognizer, facts),
  };
  writeFolder(folder, files, KIND);
}

/**
 * Reads a saved model and checks all of it.
 *
 * @throws InputError that names the file and the cure: nothing there, not a saved model, another
 *   format, damaged
 */
export async function loadModel(folder: string): Promise<SavedModel> {
  const path = join(folder, DESCRIPTION);
  const description = parseDescription(path, readPart(path, folder).toString("utf8"));
  if (description.format === 1) {
    checkDigest(path, description);
    checkSchema(modelSchema, description, { path, cure });
  }
  const weights = readPart(join(folder, WEIGHTS), folder);
  if (description.format === 1 && sha256(weights) !== description.weightsSha256) {
    throw new InputError(
      `${join(folder, WEIGHTS)} is damaged: it is not what ${DESCRIPTION} was written with; ${cure}`,
    );
  }
  const recognizer = await decoded(path, description, weights);
  if (modelFamily(description.model).usesTensors) await (await import("./node-backend")).nodeBackend();
  return { recognizer, facts: description.facts };
}

async function decoded(
  path: string,
  description: SavedDescription,
  weights: Uint8Array,
): Promise<Recognizer> {
  try {
    return await decodeRecognizer(description, weights);
  } catch (error) {
    const { message } = error as Error;
    throw new InputError(
      message.endsWith("again") ? `${path}: ${message}` : `${path} is damaged: ${message}; ${cure}`,
    );
  }
}

/** A changed name, place or setting would give another answer without a word. */
function checkDigest(path: string, { sha256: digest, ...told }: SavedDescription): void {
  if (digest === undefined) {
    throw new InputError(`${path} has no digest: an earlier version saved it; train the model again`);
  }
  if (sha256(JSON.stringify(told)) === digest) return;
  throw new InputError(`${path} is damaged: it is not what was written; ${cure}`);
}

function readPart(path: string, folder: string): Buffer {
  if (existsSync(path) && !statSync(path).isFile()) {
    throw new InputError(`${path} is no regular file; ${cure}`);
  }
  if (existsSync(path)) return readFileSync(path);
  throw new InputError(`${path} does not exist; ${folder} is not a saved model (ser train --out writes one)`);
}

function parseDescription(path: string, text: string): SavedDescription {
  try {
    const description = JSON.parse(text);
    if (description?.format !== undefined) return description;
  } catch {
    throw new InputError(`${path} is damaged: it is not JSON; ${cure}`);
  }
  throw new InputError(`${path} is not the description of a saved model: it has no "format"; ${cure}`);
}

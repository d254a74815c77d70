import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { InputError } from "../../lib/check";
import { writeFolder } from "../../lib/disk/paths";
import { featureSetNames } from "../../lib/features/feature-sets";
import { setPreparation } from "../../lib/features/set-preparation";
import { modelFamily } from "../../lib/models/create-model";
import { modelCard } from "../../lib/models/saved/model-card";
import type { Recognizer } from "../../lib/models/saved/recognizer";
import { encodeRecognizer } from "../../lib/models/saved/recognizer-format";
import type { SavedModelFacts } from "../../lib/models/saved/saved-model-facts";
import type { SiteModel } from "../../lib/models/saved/site-model";
import { buildSitePage } from "./build-page";

/** A model with all that a browser needs to run it. */
interface ExportableModel {
  readonly recognizer: Recognizer;
  readonly facts: SavedModelFacts;
  /** The file of the voice encoder's weights, for a model on `voice-v1`. */
  readonly voiceWeights?: Uint8Array;
}

/**
 * Writes the page and a model as a folder that recognises without any server: from any static host,
 * under any path, or opened as a file. Within a results folder it links to the chapters. The folder
 * appears whole or not at all; an older site in its place is replaced.
 *
 * @returns the size of each file in bytes
 * @throws InputError for a model that runs nowhere but under Node, or a folder that holds anything
 *   else
 */
export async function exportSite(
  model: ExportableModel,
  folder: string,
): Promise<Readonly<Record<string, number>>> {
  checkExportable(model);
  const { description } = encodeRecognizer(model.recognizer);
  const networks = modelFamily(description.model).usesTensors ?? false;
  const page = await buildSitePage(networks, hasResultsAbove(folder) ? "../index.html" : undefined);
  const files = {
    ...Object.fromEntries(page.map(({ path, body }) => [path === "/" ? "index.html" : path.slice(1), body])),
    "model.js": modelScript(model),
    "README.md": modelCard(model.recognizer, model.facts),
  };
  writeFolder(folder, files, { name: "an exported site", mark: "model.js" });
  return Object.fromEntries(
    Object.entries(files).map(([name, content]) => [name, Buffer.byteLength(content)]),
  );
}

/** Whether the folder is to stand in a results folder with its page and rendered chapters. */
function hasResultsAbove(folder: string): boolean {
  return ["index.html", "rendered"].every((name) => existsSync(join(resolve(folder), "..", name)));
}

function checkExportable({ recognizer: { featureSet }, voiceWeights }: ExportableModel): void {
  const { bareName } = setPreparation(featureSet);
  const unknown = bareName.split("+").find((part) => !featureSetNames.includes(part));
  if (unknown) {
    throw new InputError(
      `a model on ${unknown} cannot be exported: it runs in browsers only on the project's own sets, ${featureSetNames.join(", ")}`,
    );
  }
  if (featureSet.includes("voice-v1") && !voiceWeights) {
    throw new InputError(
      `a model on ${featureSet} is exported with the voice encoder's weights; hand them over`,
    );
  }
}

/**
 * A script rather than data, since browsers let a page that is opened from a file load nothing
 * else.
 */
function modelScript({ recognizer, facts, voiceWeights }: ExportableModel): string {
  const { description, weights } = encodeRecognizer(recognizer);
  const model: SiteModel = {
    description,
    facts,
    weights: Buffer.from(weights).toString("base64"),
    ...(voiceWeights && { voiceWeights: Buffer.from(voiceWeights).toString("base64") }),
  };
  return `var SITE_MODEL = ${JSON.stringify(model)};\n`;
}

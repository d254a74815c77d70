import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CheckedCorpus } from "../../src/lib/corpus/recording";
import { featureTable } from "../../src/lib/dataset/feature-table";
import { trainRecognizer } from "../../src/lib/evaluation/train-recognizer";
import { saveModel } from "../../src/lib/loading/storage";
import { modelFamily } from "../../src/lib/models/create-model";

/**
 * A saved model to serve: a folder as it is, or "SET:MODEL" trained now, without search and, a
 * network, for one epoch; how well it decides does not matter here.
 */
export async function modelFolder(what: string, corpus: CheckedCorpus): Promise<string> {
  const [set, model] = what.split(":");
  if (!model) return what;
  const options = modelFamily(model).usesTensors ? { epochs: 1 } : {};
  const table = await featureTable(corpus, set);
  const { recognizer } = await trainRecognizer(table, { model, options, search: false });
  const { sampleRate } = corpus.recordings[0].facts;
  const folder = join(mkdtempSync(join(tmpdir(), "ser-load-")), `${set} ${model}`);
  const { name, recordings } = corpus;
  saveModel(folder, recognizer, {
    sampleRate,
    corpus: {
      name,
      fingerprint: "",
      synthetic: false,
      recordings: recordings.length,
      speakers: new Set(recordings.map(({ speaker }) => speaker)).size,
      emotions: {},
    },
    versions: {},
  });
  return folder;
}

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import type { FeatureSet } from "../lib/features/feature-set";
import { saveModel } from "../lib/loading/storage";
import { createModel } from "../lib/models/create-model";
import type { ModelOptions } from "../lib/models/model-family";
import { Normalizer } from "../lib/models/normalization/normalizer";
import { Recognizer } from "../lib/models/saved/recognizer";
import { embeddedUtterances, speakUtterance } from "../lib/synthesis/embedded-corpus";

const scratch = mkdtempSync(join(tmpdir(), "ser-page-"));
after(() => rmSync(scratch, { recursive: true, force: true }));

/** A folder of its own for a test; removed in the end. */
export function scratchPath(name: string): string {
  return join(scratch, name);
}

/**
 * The parts of the embedded corpus that the models below have not heard: another speaker, 16 kHz.
 */
export function unheard(texts: number) {
  const utterances = embeddedUtterances({ speakers: 4, texts }).filter(
    ({ voice }, _, all) => voice === all[all.length - 1].voice,
  );
  return utterances.map((utterance) => ({ ...utterance, ...speakUtterance(utterance).waveform }));
}

/** Trains a model on three speakers of the embedded corpus, who say so many texts, and saves it. */
export async function savedModel(
  set: FeatureSet,
  model: string,
  options: ModelOptions = {},
  texts = 2,
): Promise<string> {
  const utterances = embeddedUtterances({ speakers: 3, texts });
  const waveforms = utterances.map((utterance) => speakUtterance(utterance).waveform);
  const rows = [];
  for (const waveform of waveforms) rows.push(await set.extract(waveform));
  const normalizer = Normalizer.fit(rows);
  const labels = utterances.map(({ emotion }) => emotion);
  const classifier = await createModel(model, options);
  const speakers = utterances.map(({ voice }) => voice.name);
  await classifier.fit(rows.map((row) => normalizer.apply(row)) as Float64Array[], labels, {
    seed: 0,
    speakers,
  });
  const { name: featureSet, columns } = set;
  const recognizer = new Recognizer({ featureSet, columns, normalize: "train", normalizer, classifier });
  const folder = scratchPath(`${model}-${featureSet}`);
  saveModel(folder, recognizer, { sampleRate: 16000, corpus: corpusOf(labels), evaluation, versions: {} });
  return folder;
}

function corpusOf(labels: readonly string[]) {
  const counts = new Map<string, number>();
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const emotions = Object.fromEntries(counts);
  return {
    name: "embedded",
    fingerprint: "0",
    synthetic: true,
    recordings: labels.length,
    speakers: 3,
    emotions,
  };
}

const score = { value: 0.8, recordings: [0.7, 0.9], speakers: [0.65, 0.95] } as const;
const evaluation = {
  protocol: "5 classes, leave one speaker out",
  uar: score,
  accuracy: score,
  recallByEmotion: {},
  uarBySpeaker: { a: 0.8 },
};

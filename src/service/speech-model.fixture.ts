import { existsSync, writeFileSync } from "node:fs";
import { InputError } from "../lib/check";
import type { VectorSet } from "../lib/features/feature-set";
import { plainSet, tinyListener } from "../lib/live/streams.fixture";
import type { SavedModelFacts } from "../lib/models/saved/saved-model-facts";
import type { LoadedModel } from "./threads/model-source";

const facts: SavedModelFacts = {
  sampleRate: 16000,
  corpus: {
    name: "drawn",
    fingerprint: "f00",
    synthetic: true,
    recordings: 12,
    speakers: 4,
    emotions: { anger: 4, neutral: 4, sadness: 4 },
  },
  versions: { node: "20" },
};

/** What a model may do wrong where it hears a sample above .95. */
const faults: Readonly<Record<string, (file: string) => void>> = {
  fails: () => {
    throw new Error("a fault of the features");
  },
  dies: () => process.exit(3),
  /** Of the heap, so long as there is some. */
  "fills memory": () => {
    for (const kept: string[][] = []; ; ) kept.push(Array.from({ length: 10_000 }, (_, i) => `${i}`));
  },
  /** And cannot be loaded while the file is there. */
  "dies for good": (file) => {
    writeFileSync(file, "");
    process.exit(3);
  },
  /** Until the file is there; another one tells that it does. */
  stalls: (file) => {
    writeFileSync(`${file} stalls`, "");
    while (!existsSync(file)) sleep(5);
  },
};

/** How long a model takes for each extraction, in ms. */
const pauses: Readonly<Record<string, number>> = { slow: 150 };

function work(milliseconds: number): void {
  const until = performance.now() + milliseconds;
  while (performance.now() < until);
}

function sleep(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/**
 * Loaded by analysis threads of tests in place of the real module: `folder` names what it does
 * wrong, "plain" nothing, one that ends with /knn is of another kind, and after a colon the file
 * that it goes by.
 */
export async function loadSpeechModel(folder: string): Promise<LoadedModel> {
  const [name, file = ""] = folder.split(":");
  if (name === "dies for good" && existsSync(file)) throw new InputError("the model is gone");
  const speechModel = await tinyListener(plainSet, folder.endsWith("/knn") ? "knn" : "logistic");
  const featureSet: VectorSet = {
    ...(plainSet as VectorSet),
    extract: (waveform) => {
      if (waveform.samples.some((sample) => sample > 0.95)) faults[name]?.(file);
      work(pauses[name] ?? 0);
      return plainSet.extract(waveform) as Float64Array;
    },
  };
  return { ...speechModel, featureSet, facts };
}

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { InputError } from "../check";
import { mutated } from "../disk/mutated";
import reference from "../models/classifiers.reference.json";
import { createModel } from "../models/create-model";
import { Normalizer } from "../models/normalization/normalizer";
import { SpeakerStatistics } from "../models/normalization/speaker-statistics";
import { Recognizer } from "../models/saved/recognizer";
import type { SavedModelFacts } from "../models/saved/saved-model-facts";
import { random } from "../numbers/random";
import { loadModel, saveModel } from "./storage";

const rows = reference.rows.map((row) => Float64Array.from(row));
const columns = ["a0", "a1", "a2", "a3", "a4", "a5"];
const folder = mkdtempSync(join(tmpdir(), "ser-storage-"));
after(() => rmSync(folder, { recursive: true }));

const facts: SavedModelFacts = {
  sampleRate: 16000,
  corpus: {
    name: "drawn",
    fingerprint: "f00",
    synthetic: true,
    recordings: 52,
    speakers: 4,
    emotions: { anger: 18, fear: 9, joy: 14, sadness: 11 },
  },
  evaluation: {
    protocol: "4 classes, leave one speaker out (4 folds)",
    uar: { value: 0.7, recordings: [0.6, 0.8], speakers: [0.5, 0.9] },
    accuracy: { value: 0.71, recordings: [0.61, 0.81], speakers: [0.51, 0.91] },
    recallByEmotion: { anger: 0.9, fear: 0.5 },
    uarBySpeaker: { s1: 0.8, s2: 0.55 },
  },
  versions: { node: "20" },
};

async function trained(model: string, normalize: "train" | "speaker" = "train"): Promise<Recognizer> {
  const normalizer = Normalizer.fit(rows);
  const classifier = await createModel(model);
  const normalized = rows.map((row) => normalizer.apply(row));
  await classifier.fit(normalized, reference.labels, { seed: 0, speakers: reference.labels });
  return new Recognizer({ featureSet: "drawn-v1", columns, normalize, normalizer, classifier });
}

for (const model of ["majority", "logistic", "knn", "svm-linear", "svm-rbf"]) {
  test(`${model}: saved and loaded, it predicts the same to the last bit`, async () => {
    const path = join(folder, model);
    const recognizer = await trained(model);
    saveModel(path, recognizer, facts);
    const loaded = await loadModel(path);
    assert.deepEqual(await loaded.recognizer.recognize(rows), await recognizer.recognize(rows));
    assert.deepEqual(loaded.facts, facts);
    assert.deepEqual(loaded.recognizer.columns, columns);
  });
}

test("saving twice gives the same bytes, leaves no temporary directory, and touches nothing foreign", async () => {
  const path = join(folder, "twice");
  const recognizer = await trained("svm-rbf");
  const bytes = () => readdirSync(path).map((name) => [name, readFileSync(join(path, name)).toString("hex")]);
  saveModel(path, recognizer, facts);
  const before = bytes();
  saveModel(path, recognizer, facts);
  assert.deepEqual(bytes(), before);
  assert.ok(readdirSync(folder).every((name) => !name.endsWith(".tmp")));
  writeFileSync(join(path, "thesis.txt"), "years of work");
  assert.throws(
    () => saveModel(path, recognizer, facts),
    /holds thesis\.txt, which is no part of a saved model/,
  );
});

test("the card says data, protocol, scores with intervals, spread, limits, use and licence", async () => {
  const path = join(folder, "card");
  saveModel(path, await trained("svm-linear", "speaker"), facts);
  const card = readFileSync(join(path, "README.md"), "utf8");
  for (const said of [
    /drawn \(synthetic voices\): 52 recordings of 4 speakers at 16000 Hz/,
    /leave one speaker out/,
    /\| unweighted average recall \| 0\.700 \| 0\.600 to 0\.800 \| 0\.500 to 0\.900 \|/,
    /from 0\.55 \(s2\) to 0\.80 \(s1\)/,
    /4 speakers are too few/,
    /Intended use/,
    /Licence/,
  ]) {
    assert.match(card, said);
  }
});

test("says what is wrong with a directory, by file and cure", async () => {
  await assert.rejects(
    loadModel(join(folder, "nothing")),
    /model\.json does not exist; .* is not a saved model/,
  );
  const path = join(folder, "damaged");
  const recognizer = await trained("knn");
  const changed = async (name: string, change: (text: string) => string) => {
    saveModel(path, recognizer, facts);
    const text = readFileSync(join(path, name), "latin1");
    writeFileSync(join(path, name), change(text), "latin1");
    return loadModel(path);
  };
  await assert.rejects(
    changed("model.json", (text) => text.slice(0, 200)),
    /model\.json is damaged: it is not JSON/,
  );
  await assert.rejects(
    changed("model.json", () => "{}"),
    /not the description of a saved model/,
  );
  await assert.rejects(
    changed("model.json", (text) => text.replace('"format": 1', '"format": 2')),
    /format 2, this version reads format 1/,
  );
  await assert.rejects(
    changed("model.json", (text) => text.replace('"knn"', '"kaNN"')),
    /model\.json is damaged: it is not what was written; copy or train the model again/,
  );
  await assert.rejects(
    changed("model.json", (text) =>
      text.replace('"offset": 8', '"offset": 16').replace('"offset": 0', '"offset": 8'),
    ),
    /model\.json is damaged/,
  );
  await assert.rejects(
    changed("model.json", (text) => text.replace(/,\s*"sha256": "\w+"/, "")),
    /model\.json has no digest: an earlier version saved it; train the model again/,
  );
  await assert.rejects(
    changed("weights.bin", (text) => text.slice(0, -8)),
    /weights\.bin is damaged/,
  );
  await assert.rejects(
    changed("weights.bin", (text) => `x${text.slice(1)}`),
    /weights\.bin is damaged/,
  );
});

test("refuses another feature set, and rows of another width", async () => {
  const recognizer = await trained("knn");
  recognizer.checkSet({ name: "drawn-v1", columns });
  assert.throws(
    () => recognizer.checkSet({ name: "drawn-v2", columns }),
    /takes drawn-v1 with 6 columns, not drawn-v2 with 6/,
  );
  assert.throws(
    () => recognizer.checkSet({ name: "drawn-v1", columns: [...columns.slice(1), "b"] }),
    /such as a1/,
  );
  await assert.rejects(recognizer.recognize([Float64Array.of(1)]), /a row has 1 columns, the normalizer 6/);
});

test("by speaker: training statistics at first, half and half after 8 recordings, nearly the speaker's own after many", async () => {
  const recognizer = await trained("svm-linear", "speaker");
  const speaker = new SpeakerStatistics();
  assert.deepEqual(await recognizer.recognize(rows, speaker), await recognizer.recognize(rows));
  const shifted = rows.slice(0, 8).map((row) => row.map((value) => 3 * value + 5));
  const [training, own] = [recognizer.normalizer, Normalizer.fit(shifted)];
  for (const row of shifted) speaker.add(row);
  const { mean, scale } = speaker.normalizer(training).state;
  const expected = (training.state.mean[0] + own.state.mean[0]) / 2;
  assert.ok(
    Math.abs(mean[0] - expected) < 1e-12 &&
      scale[0] > training.state.scale[0] &&
      scale[0] < own.state.scale[0],
  );
  for (let round = 0; round < 200; round++) for (const row of shifted) speaker.add(row);
  const byOwn = await recognizer.classifier.predict(shifted.map((row) => own.apply(row)));
  const blended = await recognizer.recognize(shifted, speaker);
  assert.deepEqual(
    blended.map(({ label }) => label),
    byOwn.map(({ label }) => label),
  );
});

/** Rewrites a saved model and its digests: what a program that is wrong could write. */
function rewrite(path: string, change: (description: Record<string, unknown>) => unknown, weights: Buffer) {
  const { sha256, ...told } = JSON.parse(readFileSync(join(path, "model.json"), "utf8"));
  const digest = (content: Buffer | string) => createHash("sha256").update(content).digest("hex");
  const changed = change({ ...told, weightsSha256: digest(weights) }) as object;
  const text = JSON.stringify({ ...changed, sha256: digest(JSON.stringify(changed)) });
  writeFileSync(join(path, "model.json"), text);
  writeFileSync(join(path, "weights.bin"), weights);
}

test("of 300 mutated models with fitting digests each is refused in one sentence, or answers by numbers", async () => {
  const draw = random(5);
  for (const model of ["svm-linear", "logistic"]) {
    const path = join(folder, "mutated");
    const recognizer = await trained(model);
    saveModel(path, recognizer, facts);
    const [text, weights] = ["model.json", "weights.bin"].map((name) => readFileSync(join(path, name)));
    for (let i = 0; i < 150; i++) {
      writeFileSync(join(path, "model.json"), text);
      rewrite(path, (description) => mutated(description, draw), weights);
      const loaded = await loadModel(path).catch((error) => {
        assert.ok(error instanceof InputError, `${(error as Error).stack}`);
        assert.match(error.message, /^\S+(model\.json|weights\.bin)\b[^\n]*; [^;\n]*again/);
      });
      // Weights of another shape than the columns can be told only where they meet a row.
      const answers = await loaded?.recognizer.recognize(rows.slice(0, 2)).catch((error) => {
        assert.ok(error instanceof InputError, `${(error as Error).stack}`);
      });
      assert.ok((answers ?? []).every(({ probabilities }) => probabilities.every(Number.isFinite)));
    }
  }
});

test("weights that are no finite numbers are refused", async () => {
  const path = join(folder, "not finite");
  saveModel(path, await trained("logistic"), facts);
  const weights = readFileSync(join(path, "weights.bin"));
  weights.writeDoubleLE(Number.NaN, 8);
  rewrite(path, (description) => description, weights);
  await assert.rejects(loadModel(path), /model\.json: the model's weights hold numbers that are not finite/);
});

import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import type { Labelled } from "../corpus/recording";
import { readFeatureTable } from "../dataset/read-feature-table";
import { projectRoot } from "../disk/paths";
import { readTable } from "../disk/read-table";
import { crossValidate } from "./cross-validate";
import { foldsFromFile } from "./folds/folds-from-file";
import { uar } from "./metrics/uar";

const shared = join(projectRoot, "..", "shared", "reference");
const skip = existsSync(shared)
  ? false
  : "shared/ is missing: scikit-learn's tables and predictions cannot be compared";

/** The peers' own predictions: file, speaker, label, pred. */
function peerPredictions(kernel: string): Readonly<Record<string, string>>[] {
  return readTable(join(shared, "predictions", `emodb_egemaps_svc_${kernel}.csv`)).rows.map(
    ({ cells }) => cells,
  );
}

function labelsOf(corpus: string): Labelled[] {
  if (corpus === "emodb") {
    return peerPredictions("lin").map(({ file, speaker, label }) => ({ file, speaker, emotion: label }));
  }
  const files = readTable(join(shared, "features", `${corpus}_egemaps.csv`)).rows.map(
    ({ cells }) => cells.file,
  );
  return files.map((file) => {
    const [emotion, name] = file.split("/");
    return { file, speaker: name.split("_")[0], emotion };
  });
}

async function evaluate(corpus: string, features: string, model: string) {
  const table = readFeatureTable(join(shared, "features", `${corpus}_${features}.csv`), labelsOf(corpus));
  const folds = foldsFromFile(join(shared, "folds", `${corpus}.json`), table.recordings);
  const { predictions } = await crossValidate(table, folds, { model });
  const truths = predictions.map(({ emotion }) => emotion);
  return {
    predictions,
    uar: uar(
      truths,
      predictions.map(({ predicted }) => predicted),
    ),
  };
}

for (const [model, kernel, peerUar] of [
  ["svm-linear", "lin", 0.782],
  ["svm-rbf", "rbf", 0.786],
] as const) {
  test(`${model} on EMO-DB's eGeMAPS predicts what scikit-learn's nested grid predicts`, {
    skip,
  }, async () => {
    const { predictions, uar } = await evaluate("emodb", "egemaps", model);
    const peer = new Map(peerPredictions(kernel).map(({ file, pred }) => [file, pred]));
    const same = predictions.filter(({ file, predicted }) => peer.get(file) === predicted).length;
    assert.equal(predictions.length, 339);
    assert.ok(same >= 0.98 * 339, `${same} of 339 predictions agree`);
    assert.ok(Math.abs(uar - peerUar) <= 0.01, `UAR ${uar}`);
  });
}

for (const [corpus, features, model, peerUar] of [
  ["emodb", "librosa", "svm-linear", 0.784],
  ["urdu", "egemaps", "svm-linear", 0.71],
  ["urdu", "librosa", "svm-rbf", 0.643],
] as const) {
  test(`${model} on ${corpus} ${features} reaches the peers' UAR of ${peerUar}`, { skip }, async () => {
    const { uar } = await evaluate(corpus, features, model);
    assert.ok(Math.abs(uar - peerUar) <= 0.01, `UAR ${uar}`);
  });
}

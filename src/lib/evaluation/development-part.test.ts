import assert from "node:assert/strict";
import { test } from "node:test";
import { nodeBackend } from "../loading/node-backend";
import { modelFamily } from "../models/create-model";
import { NORMALIZATIONS } from "../models/normalization/normalization";
import { random } from "../numbers/random";
import { crossValidate, modelSettings } from "./cross-validate";
import { describeEvaluation } from "./describe-evaluation";
import fitFold, { type FoldJob } from "./fit-fold";
import { makeFolds } from "./folds/folds";
import { uar } from "./metrics/uar";
import type { LabelledRows } from "./model-settings";
import { comparePredictions } from "./significance/compare-predictions";

const emotions = ["anger", "joy", "sadness"];

/** Speakers of a part, 12 recordings each, whose emotions overlap. */
function part(name: string, speakers: number): LabelledRows {
  const source = random(`${name} part`);
  const labels = Array.from({ length: 12 * speakers }, (_, i) => emotions[i % 3]);
  const rows = labels.map((label) =>
    Float64Array.from(emotions, (one) => source.normal() + (one === label ? 1 : 0)),
  );
  return { rows, labels, speakers: labels.map((_, i) => `${name}${Math.floor(i / 12)}`) };
}

const [training, development, tested] = [part("t", 4), part("d", 2), part("x", 2)];
const turned = { ...development, labels: [...development.labels.slice(1), development.labels[0]] };

const jobOf = (model: string, heldOut: LabelledRows | undefined, options = {}): FoldJob => ({
  fold: "only",
  settings: modelSettings({ model, ...options }),
  training,
  development: heldOut,
  test: tested.rows,
});
const labelsOf = async (job: FoldJob) => (await fitFold(job)).predictions.map(({ label }) => label);

test("options are chosen by the development part, and the model is fitted on the training part alone", async () => {
  const { grid = [] } = modelFamily("svm-linear");
  const scores: number[] = [];
  for (const options of grid) {
    const job = { ...jobOf("svm-linear", undefined, { search: false, options }), test: development.rows };
    scores.push(uar(development.labels, await labelsOf(job)));
  }
  const best = grid[scores.indexOf(Math.max(...scores))];
  const job = jobOf("svm-linear", development);
  assert.deepEqual((await fitFold(job)).chosen, best);
  const alone = jobOf("svm-linear", undefined, { search: false, options: best });
  assert.deepEqual(await labelsOf(job), await labelsOf(alone));
});

for (const normalize of NORMALIZATIONS) {
  test(`a model that has nothing to choose is the same with and without a development part (${normalize})`, async () => {
    const options = { search: false, normalize };
    const alone = await fitFold(jobOf("knn", undefined, options));
    for (const heldOut of [development, turned])
      assert.deepEqual(await fitFold(jobOf("knn", heldOut, options)), alone);
  });
}

test("a network learns the same from its training part, and stops where the development part says", async () => {
  await nodeBackend();
  const options = { options: { epochs: 6, members: 1, innerShare: 0 } };
  const [first, second] = [
    await fitFold(jobOf("mlp", development, options)),
    await fitFold(jobOf("mlp", turned, options)),
  ];
  assert.deepEqual(first.history?.loss, second.history?.loss);
  assert.equal(first.history?.innerUar?.length, 6);
  assert.notDeepEqual(first.history?.innerUar, second.history?.innerUar);
});

test("repeated folds: the pooled UAR is the mean of the repeats, and a recording is drawn and tested once", async () => {
  const all = [training, development, tested];
  const recordings = all.flatMap(({ labels, speakers }) =>
    labels.map((emotion, i) => ({ file: `${speakers[i]}-${i}.wav`, speaker: speakers[i], emotion })),
  );
  const rows = all.flatMap((one) => one.rows as Float64Array[]);
  const table = { set: "drawn", columns: emotions, recordings, rows };
  const evaluate = async (repeats: number, model = "lda") =>
    crossValidate(table, makeFolds(`group-4x${repeats}`, recordings, 0), { model, search: false });
  const [one, three] = [await evaluate(1), await evaluate(3)];
  const { metrics, repeats } = describeEvaluation(three, 0);
  const mean = repeats!.uar.reduce((sum, value) => sum + value, 0) / 3;
  assert.ok(Math.abs(metrics.uar.value - mean) < 1e-12);
  assert.equal(three.predictions.length, 3 * recordings.length);
  // Three decisions on each recording are no three recordings: the interval stays about as wide.
  const width = ([low, high]: readonly [number, number]) => high - low;
  const single = describeEvaluation(one, 0).metrics.uar.recordings;
  assert.ok(width(metrics.uar.recordings) > 0.8 * width(single));
  const comparison = comparePredictions(three.predictions, (await evaluate(3, "majority")).predictions, 0);
  assert.equal(comparison.recordings, recordings.length);
  assert.ok(comparison.mcnemar.onlyFirst + comparison.mcnemar.onlySecond <= recordings.length);
});

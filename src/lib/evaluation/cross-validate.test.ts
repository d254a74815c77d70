import assert from "node:assert/strict";
import { test } from "node:test";
import type { FeatureTable } from "../dataset/feature-table";
import { random } from "../numbers/random";
import { crossValidate, type FoldStore } from "./cross-validate";
import { describeEvaluation } from "./describe-evaluation";
import type { Evaluation } from "./evaluation";
import type { FoldResult } from "./fit-fold";
import type { Fold } from "./folds/fold";
import { makeFolds } from "./folds/folds";
import { uar } from "./metrics/uar";
import { trainRecognizer } from "./train-recognizer";

const emotions = ["anger", "joy", "sadness"];

/** Six speakers with 12 recordings each; three columns tell the emotion, two the speaker. */
function drawnTable(seed: number, separation = 1.5, speakers = 6): FeatureTable<Float64Array> {
  const source = random(seed);
  const voices = Array.from({ length: speakers }, () => [source.normal(), source.normal()].map((x) => 3 * x));
  const recordings = voices.flatMap((_, s) =>
    Array.from({ length: 12 }, (_, i) => ({
      file: `s${s}/${String(i).padStart(2, "0")}.wav`,
      speaker: `s${s}`,
      emotion: emotions[i % 3],
    })),
  );
  const rows = recordings.map(({ speaker, emotion }) => {
    const signal = emotions.map((name) => source.normal() + (name === emotion ? separation : 0));
    const voice = voices[Number(speaker.slice(1))].map((x) => x + source.normal());
    return Float64Array.from([...signal, ...voice]);
  });
  return { set: "drawn-v1", columns: ["a", "j", "s", "v0", "v1"], recordings, rows };
}

const table = drawnTable(1);
const folds = makeFolds("loso", table.recordings, 0);
const score = ({ predictions }: { predictions: readonly { emotion: string; predicted: string }[] }) =>
  uar(
    predictions.map(({ emotion }) => emotion),
    predictions.map(({ predicted }) => predicted),
  );

const probabilitiesOf = ({ predictions }: Evaluation) =>
  predictions.map(({ probabilities }) => probabilities);

for (const model of ["logistic", "knn", "svm-linear", "svm-rbf"]) {
  test(`${model} beats the majority on speakers that it has not heard`, async () => {
    const evaluation = await crossValidate(table, folds, { model });
    assert.deepEqual(
      evaluation.predictions.map(({ file }) => file),
      table.recordings.map(({ file }) => file),
    );
    assert.ok(score(evaluation) > 0.6, `UAR ${score(evaluation)}`);
    assert.equal(score(await crossValidate(table, folds, { model: "majority" })), 1 / 3);
  });
}

test("nothing of the test part reaches training: labels and rows of a test speaker do not change the others' models", async () => {
  const changed = {
    ...table,
    recordings: table.recordings.map((row) => (row.speaker === "s2" ? { ...row, emotion: "joy" } : row)),
    rows: table.rows.map((row, i) => (table.recordings[i].speaker === "s2" ? row.map((x) => 100 * x) : row)),
  };
  const fold = folds.filter(({ name }) => name === "s2");
  const before = await crossValidate(table, fold, { model: "svm-rbf" });
  const relabelled = await crossValidate({ ...changed, rows: table.rows }, fold, { model: "svm-rbf" });
  assert.deepEqual(probabilitiesOf(relabelled), probabilitiesOf(before));
  // The first test row as it was, beside others a hundred times as large: nothing but the row
  // itself may decide on it.
  const [kept] = fold[0].test;
  const rows = changed.rows.map((row, i) => (i === kept ? table.rows[i] : row));
  const rescaled = await crossValidate({ ...changed, rows }, fold, { model: "svm-rbf" });
  assert.deepEqual(rescaled.folds[0].chosen, before.folds[0].chosen);
  assert.deepEqual(probabilitiesOf(rescaled)[0], probabilitiesOf(before)[0]);
  assert.notDeepEqual(probabilitiesOf(rescaled)[1], probabilitiesOf(before)[1]);
});

test("the search chooses from the grid, says what, and takes the first of equals", async () => {
  const easy = drawnTable(2, 30);
  const searched = await crossValidate(easy, folds, { model: "svm-linear" });
  assert.deepEqual(
    searched.folds.map(({ chosen }) => chosen),
    folds.map(() => ({ C: 0.01 })),
  );
  const without = await crossValidate(easy, folds, { model: "svm-linear", search: false });
  assert.deepEqual(
    without.folds.map(({ chosen }) => chosen),
    folds.map(() => ({})),
  );
  const own = await crossValidate(easy, folds, { model: "knn", search: [{ neighbours: 3 }] });
  assert.deepEqual(own.folds[0].chosen, { neighbours: 3 });
});

test("a training part with one speaker is fitted without a search", async () => {
  const two = drawnTable(3, 3, 2);
  const evaluation = await crossValidate(two, makeFolds("loso", two.recordings, 0), { model: "svm-linear" });
  assert.deepEqual(
    evaluation.folds.map(({ chosen }) => chosen),
    [{}, {}],
  );
});

for (const model of ["logistic", "lda", "svm-linear"]) {
  test(`${model} survives a search in which an inner training part has a single label`, async () => {
    // Fold s0 trains on s1 to s3; held out, s1 leaves nothing but anger to learn from.
    const said: Record<string, string[]> = { s0: ["anger", "joy"], s1: ["anger", "joy"] };
    const few = drawnTable(5, 3, 4);
    const recordings = few.recordings.map((row, i) => ({
      ...row,
      emotion: (said[row.speaker] ?? ["anger"])[i % 2] ?? "anger",
    }));
    const fold = makeFolds("loso", recordings, 0).filter(({ name }) => name === "s0");
    const { folds: outcomes } = await crossValidate({ ...few, recordings }, fold, { model });
    assert.notDeepEqual(outcomes[0].chosen, {});
  });
}

test("a test part of one emotion that is recognised throughout has no kappa", async () => {
  const easy = drawnTable(2, 30);
  const [fold] = folds;
  const test = fold.test.filter((i) => easy.recordings[i].emotion === "joy");
  const evaluation = await crossValidate(easy, [{ ...fold, test }], { model: "svm-linear" });
  const { kappa, rocAuc, uar: recall } = describeEvaluation(evaluation, 0).metrics;
  assert.deepEqual([kappa, rocAuc, recall.value], [null, null, 1]);
});

test("normalisation by speaker takes a speaker's offset away", async () => {
  const far = {
    ...table,
    rows: table.rows.map((row, i) => row.map((x) => x + 40 * Number(table.recordings[i].speaker.slice(1)))),
  };
  const [byTraining, bySpeaker] = await Promise.all(
    (["train", "speaker"] as const).map((normalize) =>
      crossValidate(far, folds, { model: "svm-linear", normalize }),
    ),
  );
  assert.ok(score(bySpeaker) > score(byTraining) + 0.2, `${score(bySpeaker)} after ${score(byTraining)}`);
});

test("two workers give the same as none, and tell the steps of their fits", async () => {
  const options = { model: "svm-linear", seed: 4 };
  const notes: string[] = [];
  const onProgress = (_done: number, _total: number, note: string) => notes.push(note);
  assert.deepEqual(
    await crossValidate(table, folds, { ...options, workers: 2, onProgress }),
    await crossValidate(table, folds, options),
  );
  assert.ok(notes.some((note) => /^fold s\d: search, inner part 1 of 3$/.test(note)));
});

test("an evaluation goes on from stored folds, through JSON, and reports progress", async () => {
  const kept = new Map<number, string>();
  const store: FoldStore = {
    get: (fold) => (kept.has(fold) ? (JSON.parse(kept.get(fold)!) as FoldResult) : undefined),
    put: (fold, result) => kept.set(fold, JSON.stringify(result)),
  };
  const whole = await crossValidate(table, folds, { model: "svm-linear", store });
  assert.equal(kept.size, folds.length);
  for (const fold of [1, 4]) kept.delete(fold);
  const progress: string[] = [];
  const onProgress = (done: number, total: number, note: string) => progress.push(`${done}/${total} ${note}`);
  assert.deepEqual(await crossValidate(table, folds, { model: "svm-linear", store, onProgress }), whole);
  const isSearch = (line: string) => line.includes("search, inner part");
  assert.deepEqual(
    progress.filter((line) => !isSearch(line)),
    ["5/6 fold s1", "6/6 fold s4"],
  );
  assert.equal(progress[0], "4/6 fold s1: search, inner part 1 of 3");
  assert.match(progress[5], /^5\.32\/6 fold s4: search, inner part 2 of 3, \d+ s left of it$/);
});

test("a label that a training part lacks gets probability 0", async () => {
  const alone = {
    ...table,
    recordings: table.recordings.map((row, i) => (i === 5 ? { ...row, emotion: "disgust" } : row)),
  };
  const { labels, predictions, folds: outcomes } = await crossValidate(alone, folds, { model: "svm-linear" });
  assert.deepEqual(labels, ["anger", "disgust", "joy", "sadness"]);
  assert.equal(predictions[5].probabilities[1], 0);
  assert.equal(outcomes.length, 6);
  const { metrics } = describeEvaluation({ labels, predictions, folds: outcomes }, 0);
  assert.ok(metrics.uar.speakers[0] <= metrics.uar.value && metrics.uar.value <= metrics.uar.speakers[1]);
});

test("refuses a model that cannot take the rows, or that there is not", async () => {
  const matrices = {
    ...table,
    set: "logmel-v1",
    rows: table.rows.map((data) => ({ rows: 1, columns: 5, data })),
  };
  await assert.rejects(
    crossValidate(matrices, folds, { model: "svm-linear" }),
    /svm-linear cannot take logmel-v1, .* goes with majority/,
  );
  await assert.rejects(crossValidate(table, folds, { model: "svn" }), /model="svn" must be one of majority/);
  await assert.rejects(
    crossValidate(table, folds, { model: "knn", options: { C: 1 } }),
    /knn has no option "C"; it has neighbours/,
  );
});

test("a recognizer trained on everything takes rows as they were extracted", async () => {
  const { recognizer, chosen } = await trainRecognizer(table, { model: "svm-linear" });
  const predictions = await recognizer.recognize(table.rows);
  const right = predictions.filter(({ label }, i) => label === table.recordings[i].emotion).length;
  assert.ok(right / predictions.length > 0.7);
  assert.ok("C" in chosen);
  const fold: Fold = { name: "all", train: table.rows.map((_, i) => i), test: table.rows.map((_, i) => i) };
  const evaluation = await crossValidate(table, [fold], { model: "svm-linear" });
  assert.deepEqual(
    evaluation.predictions.map(({ predicted }) => predicted),
    predictions.map(({ label }) => label),
  );
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { random } from "../../numbers/random";
import { crossValidate, modelSettings } from "../cross-validate";
import { describeEvaluation } from "../describe-evaluation";
import { foldJob } from "../fold-job";
import { makeFolds } from "../folds/folds";
import { trainRecognizer } from "../train-recognizer";
import { describeStress } from "./describe-stress";

const emotions = ["anger", "neutral", "sadness"];
const source = random("stress");
const recordings = Array.from({ length: 72 }, (_, i) => ({
  file: `${String(i).padStart(2, "0")}.wav`,
  speaker: `s${i % 6}`,
  emotion: emotions[Math.floor(i / 6) % 3],
}));
const rows = recordings.map(({ emotion }) =>
  Float64Array.from({ length: 4 }, (_, k) => source.normal() + (k === emotions.indexOf(emotion) ? 4 : 0)),
);
const table = { set: "made", columns: ["a", "b", "c", "d"], recordings, rows };
/** Another microphone: it adds the same to every row. */
const moved = rows.map((row) => row.map((value, k) => value + (k === 0 ? 6 : 0)));
const folds = makeFolds("loso", recordings, 0);
const lda = { model: "lda", search: false };

test("the same rows change no decision, moved ones do, and the clean decisions stay as they were", async () => {
  const stressed = [
    { condition: "same", rows },
    { condition: "moved", rows: moved },
  ];
  const clean = await crossValidate(table, folds, lda);
  const evaluation = await crossValidate({ ...table, stressed }, folds, lda);
  assert.deepEqual(evaluation.predictions, clean.predictions);
  const { predictions, labels } = evaluation;
  const [same, other] = describeStress(predictions, evaluation.stressed!, labels, 0);
  const { uar } = describeEvaluation(clean, 0).metrics;
  assert.deepEqual(same, {
    condition: "same",
    uar,
    change: { value: 0, speakers: [0, 0] },
    unchanged: 1,
  });
  assert.ok(other.uar.value < 0.5 && other.change.speakers[1] < 0 && other.unchanged < 0.6);
  assert.ok(Math.abs(other.uar.value - uar.value - other.change.value) < 1e-12);
});

test("copies of the training part teach the other condition", async () => {
  const stressed = [{ condition: "moved", rows: moved }];
  const scoreOf = async (augmented?: (readonly Float64Array[])[]) => {
    const evaluation = await crossValidate({ ...table, stressed, ...(augmented && { augmented }) }, folds, {
      ...lda,
      model: "knn",
    });
    return describeStress(evaluation.predictions, evaluation.stressed!, evaluation.labels, 0)[0].uar.value;
  };
  assert.ok((await scoreOf([moved])) > (await scoreOf()) + 0.3);
});

test("a copy stays with its recording's speaker and fold", () => {
  const settings = modelSettings(lda);
  const labels = recordings.map(({ emotion }) => emotion);
  const speakers = recordings.map(({ speaker }) => speaker);
  for (const fold of folds) {
    const { training, test } = foldJob({ rows, labels, speakers, augmented: [moved] }, fold, settings);
    assert.equal(training.rows.length, 2 * fold.train.length);
    training.rows.forEach((row, i) => {
      const place = i < fold.train.length ? rows.indexOf(row as never) : moved.indexOf(row as never);
      assert.deepEqual([training.speakers[i], training.labels[i]], [speakers[place], labels[place]]);
      assert.notEqual(training.speakers[i], fold.name);
    });
    assert.deepEqual(
      test,
      fold.test.map((i) => rows[i]),
    );
  }
});

test("conditions are normalised as the recordings are: by speaker, the other microphone is heard away", async () => {
  const stressed = [{ condition: "moved", rows: moved }];
  const evaluation = await crossValidate({ ...table, stressed }, folds, { ...lda, normalize: "speaker" });
  assert.equal(
    describeStress(evaluation.predictions, evaluation.stressed!, evaluation.labels, 0)[0].unchanged,
    1,
  );
});

test("mixup doubles the rows of models without soft labels, and is drawn alike again", async () => {
  const mixed = () => crossValidate(table, folds, { ...lda, mixup: true });
  const [first, second] = [await mixed(), await mixed()];
  assert.deepEqual(first, second);
  const plain = await crossValidate(table, folds, lda);
  assert.notDeepEqual(first.predictions, plain.predictions);
});

test("a saved model clusters many recordings and hears one alone by the training recordings", async () => {
  const voiceOf = [...new Set(recordings.map(({ speaker }) => speaker))].map(() =>
    Array.from({ length: 8 }, () => 6 * source.normal()),
  );
  const voices = recordings.map(({ speaker }, i) => {
    const voice = voiceOf[Number(speaker.slice(1))].map((value) => value + 0.2 * source.normal());
    return Float64Array.of(...rows[i].map((value) => value / 5), ...voice);
  });
  const { recognizer } = await trainRecognizer(
    { ...table, rows: voices },
    { ...lda, normalize: "clustered" },
  );
  const { clusters, predictions } = await recognizer.recognizeTogether(voices);
  assert.equal(new Set(clusters).size, 6);
  assert.equal(new Set(recordings.map(({ speaker }, i) => `${speaker} ${clusters?.[i]}`)).size, 6);
  const right = predictions.filter(({ label }, i) => label === recordings[i].emotion).length;
  assert.ok(right > 0.9 * recordings.length);
  const alone = await recognizer.recognizeTogether([voices[0]]);
  assert.equal(alone.clusters, undefined);
  assert.deepEqual(alone.predictions, await recognizer.recognize([voices[0]]));
});

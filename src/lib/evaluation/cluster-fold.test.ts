import assert from "node:assert/strict";
import { test } from "node:test";
import { random } from "../numbers/random";
import { clusterFold } from "./cluster-fold";
import { crossValidate } from "./cross-validate";
import { makeFolds } from "./folds/folds";

const COLUMNS = 12;
const emotions = ["anger", "neutral", "sadness"];

/**
 * Rows of speakers whose voices lie far apart, with a small step for each emotion in another
 * column.
 */
function tableOf(speakers: number, each: number) {
  const source = random("clustered");
  const voices = Array.from({ length: speakers }, () =>
    Float64Array.from({ length: COLUMNS }, (_, k) => (k < 6 ? 4 * source.normal() : source.normal())),
  );
  const recordings = voices.flatMap((_, s) =>
    Array.from({ length: each }, (_, i) => ({
      file: `${s}-${i}.wav`,
      speaker: `s${s}`,
      emotion: emotions[i % emotions.length],
    })),
  );
  const rows = recordings.map(({ speaker, emotion }) =>
    voices[Number(speaker.slice(1))].map(
      (value, k) => value + 0.2 * source.normal() + (k === 8 ? 0.8 * emotions.indexOf(emotion) : 0),
    ),
  );
  return {
    set: "made",
    columns: rows[0].length ? Array.from(rows[0], (_, k) => `c${k}`) : [],
    recordings,
    rows,
  };
}

test("clusters of the test part are its speakers, found without their names", () => {
  const { recordings, rows } = tableOf(12, 12);
  const test = recordings.flatMap(({ speaker }, i) => (["s0", "s1", "s2"].includes(speaker) ? [i] : []));
  const train = recordings.flatMap(({ speaker }, i) => (["s0", "s1", "s2"].includes(speaker) ? [] : [i]));
  const training = {
    rows: train.map((i) => rows[i]),
    labels: train.map((i) => recordings[i].emotion),
    speakers: train.map((i) => recordings[i].speaker),
  };
  const { clusters } = clusterFold(training, {}).normalize(test.map((i) => rows[i]));
  assert.equal(new Set(clusters).size, 3);
  assert.equal(new Set(test.map((i, k) => `${recordings[i].speaker} ${clusters[k]}`)).size, 3);
});

test("emotions that voices hide are found as with true speakers, and a run tells the clusters", async () => {
  const table = tableOf(12, 30);
  const folds = makeFolds("group-4", table.recordings, 0);
  const rightOf = async (normalize: "train" | "clustered" | "speaker") => {
    const { predictions, folds: outcomes } = await crossValidate(table, folds, {
      model: "lda",
      search: false,
      normalize,
    });
    const right = predictions.filter(({ emotion, predicted }) => emotion === predicted).length;
    return { share: right / predictions.length, outcomes };
  };
  const [train, clustered, speaker] = [
    await rightOf("train"),
    await rightOf("clustered"),
    await rightOf("speaker"),
  ];
  assert.ok(clustered.share > speaker.share - 0.05, `${clustered.share} against ${speaker.share}`);
  assert.ok(clustered.share > train.share + 0.1, `${clustered.share} against ${train.share}`);
  assert.deepEqual(clustered.outcomes[0].clusters, { count: 3, purity: 1 });
  assert.equal(speaker.outcomes[0].clusters, undefined);
});

test("one voice alone stays one cluster", () => {
  const { recordings, rows } = tableOf(8, 12);
  const own = recordings.map(({ speaker }) => speaker === "s0");
  const training = {
    rows: rows.filter((_, i) => !own[i]),
    labels: recordings.filter((_, i) => !own[i]).map(({ emotion }) => emotion),
    speakers: recordings.filter((_, i) => !own[i]).map(({ speaker }) => speaker),
  };
  const { clusters } = clusterFold(training, {}).normalize(rows.filter((_, i) => own[i]));
  assert.deepEqual(new Set(clusters), new Set([0]));
});

test("matrices are refused", () => {
  const matrix = { rows: 1, columns: 1, data: Float32Array.of(1) };
  const training = { rows: [matrix], labels: ["a"], speakers: ["s"] };
  assert.throws(() => clusterFold(training, {}), /takes sets of vectors/);
});

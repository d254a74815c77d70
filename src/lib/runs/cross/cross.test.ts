import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { modelSettings } from "../../evaluation/cross-validate";
import fitFold from "../../evaluation/fit-fold";
import { random } from "../../numbers/random";
import type { ExperimentChoice } from "../experiment-choice";
import { tableSubject } from "../experiment-subject";
import { readRun } from "../run-files";
import { type CrossEntry, planCross } from "./plan-cross";
import { runCross } from "./run-cross";

const newFolder = () => mkdtempSync(join(tmpdir(), "cross-"));
const choice: ExperimentChoice = { model: "lda", search: false };

interface ToyOptions {
  /** Added to every value, as another microphone does. */
  readonly shift?: number;
  readonly speakers?: number;
  readonly labelOf?: (i: number) => string;
}

/** Three emotions in the plane, ten recordings of each speaker in each. */
function toyTable(name: string, { shift = 0, speakers = 4, labelOf }: ToyOptions = {}) {
  const noise = random(name);
  const emotions = ["anger", "joy", "sadness"];
  const centres = [
    [2, 0],
    [0, 2],
    [-2, -1],
  ];
  const recordings = Array.from({ length: 30 * speakers }, (_, i) => ({
    file: `${String(i).padStart(3, "0")}.wav`,
    speaker: `s${Math.floor(i / 30)}`,
    emotion: labelOf?.(i) ?? emotions[i % 3],
  }));
  const rows = recordings.map((_, i) =>
    Float64Array.from(centres[i % 3], (centre) => centre + shift + noise.normal()),
  );
  return { set: name, columns: ["x", "y"], recordings, rows };
}

/** All of one feature set, so that they go together. */
function entry(name: string, options?: ToyOptions): CrossEntry {
  const subject = { ...tableSubject(toyTable(name, options)), features: "toy" };
  return { subject, languages: [], leftOut: {} };
}

async function crossed(entries: readonly CrossEntry[], folder = newFolder(), by = choice) {
  return runCross(await planCross(entries, by, { folder }), { workers: 1 });
}

const scoreOf = (record: Awaited<ReturnType<typeof crossed>>, train: string, tested: string) =>
  record.matrix.find((row) => row.train === train)?.scores.find((score) => score?.test === tested);

test("training by test corpus: the diagonal holds speakers out, and what is lost is the diagonal minus the rest", async () => {
  const record = await crossed([entry("a"), entry("b", { shift: 5 }), entry("c")]);
  assert.deepEqual(
    record.matrix.map(({ train, scores }) => [train, ...scores.map((score) => score?.within)]),
    [
      ["a", true, false, false],
      ["b", false, true, false],
      ["c", false, false, true],
      ["all others", false, false, false],
    ],
  );
  assert.equal(record.chance, 1 / 3);
  const [within, across] = [scoreOf(record, "b", "b")!, scoreOf(record, "a", "b")!];
  assert.ok(across.uar.value < within.uar.value - 0.2, "the shift is what is lost");
  assert.ok(Math.abs(across.gap!.value - (within.uar.value - across.uar.value)) < 1e-12);
  assert.ok(across.gap!.speakers[0] > 0 && across.gap!.speakers[0] <= across.gap!.value);
  assert.equal(within.gap, undefined);
});

test("a model that was trained on one corpus never sees the other", async () => {
  const folder = newFolder();
  await crossed([entry("a"), entry("b")], folder);
  const { record, predictions } = readRun(join(folder, "runs/a-to-b"));
  const [train, tested] = [toyTable("a"), toyTable("b")];
  const alone = await fitFold({
    fold: "alone",
    settings: modelSettings(choice),
    training: {
      rows: train.rows,
      labels: train.recordings.map(({ emotion }) => emotion),
      speakers: train.recordings.map(({ speaker }) => speaker),
    },
    test: tested.rows,
  });
  assert.deepEqual(
    predictions.map(({ probabilities }) => probabilities),
    alone.predictions.map(({ probabilities }) => probabilities),
  );
  assert.ok(predictions.every(({ file, speaker }) => file.startsWith("b/") && speaker.startsWith("b/s")));
  assert.match(record.protocol, /^3 classes, trained on a, tested on b, normalised by the training part$/);
});

test("labels that are shuffled in the tested corpus give chance", async () => {
  const order = random("shuffle").shuffle(
    Array.from({ length: 300 }, (_, i) => ["anger", "joy", "sadness"][i % 3]),
  );
  const record = await crossed([entry("a"), entry("b", { speakers: 10, labelOf: (i) => order[i] })]);
  const { recordings } = scoreOf(record, "a", "b")!.uar;
  assert.ok(recordings[0] < record.chance && record.chance < recordings[1], recordings.join());
});

test("normalisation by corpus takes another microphone away, without labels", async () => {
  const by = { ...choice, normalize: "corpus" } as const;
  const folders = [newFolder(), newFolder()];
  const same = await crossed([entry("a"), entry("b")], folders[0], by);
  const moved = await crossed([entry("a"), entry("b", { shift: 64 })], folders[1], by);
  assert.equal(scoreOf(moved, "a", "b")!.uar.value, scoreOf(same, "a", "b")!.uar.value);
  assert.match(
    readRun(join(folders[1], "runs/a-to-b")).record.protocol,
    /normalised by corpus .* without labels/,
  );
});

test("all others train together, and with two corpora they are the other one", async () => {
  const folder = newFolder();
  const three = await crossed([entry("a"), entry("b"), entry("c")], folder);
  assert.equal(scoreOf(three, "all others", "c")!.run, "runs/all-others-to-c");
  assert.equal(readRun(join(folder, "runs/all-others-to-c")).record.folds[0].trainRecordings, 240);
  const two = await crossed([entry("a"), entry("b")]);
  assert.deepEqual(two.matrix[2].scores, [two.matrix[1].scores[0], two.matrix[0].scores[1]]);
});

test("a matrix that was stopped goes on, and ends with the same bytes", async () => {
  const folder = newFolder();
  const entries = () => [entry("a"), entry("b")];
  await crossed(entries(), folder);
  const whole = readFileSync(join(folder, "cross.json"), "utf8");
  rmSync(join(folder, "cross.json"));
  rmSync(join(folder, "runs/b-to-a/run.json"));
  await crossed(entries(), folder);
  assert.equal(readFileSync(join(folder, "cross.json"), "utf8"), whole);
  await assert.rejects(crossed(entries(), folder, { ...choice, seed: 1 }), /holds another run/);
});

test("a corpus of one voice has no score within it, and says so", async () => {
  const record = await crossed([entry("a"), entry("b", { speakers: 1 })]);
  assert.equal(record.matrix[1].scores[1], null);
  assert.equal(scoreOf(record, "a", "b")!.gap, undefined);
  assert.ok(record.notes.some((note) => note.startsWith("b: no two known speakers")));
});

test("corpora that cannot stand side by side are refused in one sentence", async () => {
  await assert.rejects(crossed([entry("a")]), /two corpora or more/);
  await assert.rejects(crossed([entry("a"), entry("a")]), /two corpora are called "a"; name one of them/);
});

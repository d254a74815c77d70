import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { openCorpus } from "../../corpus/open-corpus";
import type { Labelled } from "../../corpus/recording";
import { projectRoot } from "../../disk/paths";
import { describeFolds } from "./describe-folds";
import type { Fold } from "./fold";
import { makeFolds } from "./folds";
import { foldsFile } from "./folds-file";

const reference = JSON.parse(readFileSync(join(__dirname, "folds.reference.json"), "utf8"));
const scratch = mkdtempSync(join(tmpdir(), "ser-folds-"));
after(() => rmSync(scratch, { recursive: true }));

const tests = (folds: readonly Fold[]) => folds.map((fold) => fold.test);
const shared = (name: string) => join(projectRoot, "..", "shared", name);

function recordingsOf(speakers: readonly string[], emotions: readonly string[]): Labelled[] {
  return speakers.map((speaker, i) => ({ file: `wav/r${i}.wav`, speaker, emotion: emotions[i] }));
}

const few = recordingsOf(["a", "a", "b", "b", "c", "c"], ["x", "y", "x", "y", "x", "y"]);

for (const [i, { k, speakers, emotions, ...expected }] of reference.cases.entries()) {
  for (const kind of ["group", "stratified-group"]) {
    test(`${kind}-${k} is scikit-learn's (case ${i})`, () => {
      const folds = makeFolds(`${kind}-${k}`, recordingsOf(speakers, emotions), 0);
      assert.deepEqual(tests(folds), expected[kind]);
    });
  }
}

for (const [name, spec] of [
  ["emodb", "loso"],
  ["urdu", "stratified-group-5"],
]) {
  const there = existsSync(shared(`corpora/${name}`));
  test(`${spec} on ${name} is the peers' folds`, { skip: there ? false : "shared/ is missing" }, async () => {
    const { recordings } = await openCorpus(shared(`corpora/${name}`));
    const listed = makeFolds(shared(`reference/folds/${name}.json`), recordings, 0);
    assert.deepEqual(tests(makeFolds(spec, recordings, 0)), tests(listed));
  });
}

test("no speaker is on both sides, and every recording is tested once, unless the name says that it leaks", () => {
  const { speakers, emotions } = reference.cases[3];
  const recordings = recordingsOf(speakers, emotions);
  for (const spec of ["loso", "group-4", "stratified-group-4", "random-4"]) {
    const folds = makeFolds(spec, recordings, 1);
    const tested = folds.flatMap((fold) => fold.test).sort((a, b) => a - b);
    assert.deepEqual(tested, [...recordings.keys()], spec);
    for (const { train, test } of folds) {
      assert.equal(train.length + test.length, recordings.length);
      const trained = new Set(train.map((j) => speakers[j]));
      assert.equal(
        test.some((j) => trained.has(speakers[j])),
        spec.startsWith("random"),
        spec,
      );
    }
  }
});

test("random folds hold as many of each emotion, and follow the seed", () => {
  const recordings = recordingsOf(Array(20).fill("a"), Array(20).fill("x").fill("y", 10));
  const folds = makeFolds("random-5", recordings, 3);
  for (const { test } of folds) assert.equal(test.filter((i) => recordings[i].emotion === "x").length, 2);
  assert.deepEqual(makeFolds("random-5", recordings, 3), folds);
  assert.notDeepEqual(makeFolds("random-5", recordings, 4), folds);
});

test("official folds come from a column of folds or of parts", () => {
  const withColumn = (column: string, values: string[]) =>
    few.map((recording, i) => ({ ...recording, extra: { [column]: values[i] } }));
  const folds = makeFolds("official", withColumn("Fold", ["1", "1", "2", "2", "2", "2"]), 0);
  assert.deepEqual(tests(folds), [
    [0, 1],
    [2, 3, 4, 5],
  ]);
  const split = makeFolds(
    "official",
    withColumn("split", ["train", "train", "dev", "dev", "test", "test"]),
    0,
  );
  assert.deepEqual(split, [{ name: "test", train: [0, 1], test: [4, 5], development: [2, 3] }]);
  assert.throws(() => makeFolds("official", few, 0), /no column fold/);
  assert.throws(
    () => makeFolds("official", withColumn("fold", ["1", "2", "", "1", "1", "1"]), 0),
    /r2.wav has an empty/,
  );
});

test("a folds file says what is wrong with it", () => {
  const fromFile = (content: unknown) => {
    const path = join(scratch, "folds.json");
    writeFileSync(path, typeof content === "string" ? content : JSON.stringify({ folds: content }));
    return makeFolds(path, few, 0);
  };
  const half = { fold: 0, test_files: ["r0.wav", "r1.wav", "r2.wav"] };
  const rest = { fold: 1, test_files: ["r3.wav", "r4.wav", "wav/r5.wav"] };
  assert.deepEqual(tests(fromFile([half, rest])), [
    [0, 1, 2],
    [3, 4, 5],
  ]);
  const some = { fold: 1, test_files: ["r3.wav", "r5.wav"] };
  assert.throws(() => fromFile([half, some]), /1 recordings of the corpus are in no fold \(wav\/r4.wav/);
  assert.throws(() => fromFile([half, { ...half, fold: 1 }]), /r0.wav is tested in fold 0 and in fold 1/);
  assert.throws(() => fromFile([half, { ...rest, fold: "0" }]), /two folds are named "0"/);
  assert.throws(() => fromFile([{ ...half, fold: 1 }, { test_files: rest.test_files }]), /named "1"/);
  assert.throws(() => fromFile([half]), /has a single fold, which leaves nothing to train on/);
  assert.throws(() => fromFile([half, { test_files: ["nobody.wav"] }]), /"nobody.wav" is not a file/);
  assert.throws(() => fromFile([half, { test_files: "r3.wav" }]), /is not a folds file/);
  assert.throws(() => fromFile([half, { test_files: [3, 4, 5] }]), /is not a folds file/);
  assert.throws(() => fromFile("{}"), /is not a folds file/);
  assert.throws(() => makeFolds(join(scratch, "none.json"), few, 0), /does not exist/);
});

test("wrong folds are refused in one sentence", () => {
  assert.throws(
    () => makeFolds("group-4", few, 0),
    /4 folds by speaker need 4 speakers, the recordings have 3/,
  );
  assert.throws(() => makeFolds("loso", few.slice(0, 2), 0), /need 2 speakers, the recordings have 1/);
  for (const spec of ["group", "group-1", "kfold-5"])
    assert.throws(() => makeFolds(spec, few, 0), /must be loso/);
});

test("a training part of one emotion is refused by fold", () => {
  const rows = [
    ["a.wav", "1", "joy"],
    ["b.wav", "1", "rage"],
    ["c.wav", "2", "joy"],
  ].map(([file, speaker, emotion]) => ({ file, speaker, emotion }));
  assert.throws(() => makeFolds("loso", rows, 0), {
    name: "InputError",
    message:
      /^fold "1": all 1 recordings of its training part are "joy", a model needs two emotions or more; add/,
  });
});

test("published folds are read and written equal", { skip: !existsSync(shared("corpora")) }, async () => {
  const corpora = [
    { name: "emodb", folder: "corpora/emodb/wav", where: ["emotion in anger,happiness,neutral,sadness"] },
    { name: "urdu", folder: "corpora/urdu", map: { anger: "angry", happiness: "happy", sadness: "sad" } },
  ];
  for (const { name, folder, where, map } of corpora) {
    const path = shared(`reference/folds/${name}.json`);
    const text = readFileSync(path, "utf8");
    const selection = { where, ...(map && { map: { emotion: map, speaker: {} } }) };
    const { recordings } = await openCorpus(shared(folder), { selection });
    const { scheme } = JSON.parse(text);
    const written = foldsFile(makeFolds(path, recordings, 0), recordings, { corpus: name, scheme });
    assert.equal(JSON.stringify(written, null, 1).trim(), text.trim());
  }
});

test("a development part is neither trained on nor tested, from files and from the corpus's own column", () => {
  const parts = ["train", "dev", "test"];
  const recordings = Array.from({ length: 12 }, (_, i) => ({
    file: `r${i}.wav`,
    speaker: `s${i % 3}`,
    emotion: i < 6 ? "anger" : "joy",
    extra: { split: parts[i % 3] },
  }));
  const [official] = makeFolds("official", recordings, 0);
  const ofPart = (part: number) => [...recordings.keys()].filter((i) => i % 3 === part);
  assert.deepEqual([official.train, official.development, official.test], [0, 1, 2].map(ofPart));
  const path = join(scratch, "dev.json");
  const published = foldsFile([official], recordings, { corpus: "toy", scheme: "official" });
  writeFileSync(path, JSON.stringify(published));
  assert.deepEqual(makeFolds(path, recordings, 0), [official]);
  const twice = { folds: [{ ...published.folds[0], dev_files: ["r0.wav"] }] };
  writeFileSync(path, JSON.stringify(twice));
  assert.throws(() => makeFolds(path, recordings, 0), /r0.wav is in two of its parts/);
  assert.match(
    describeFolds("official", [official], recordings).phrase,
    /options chosen on development parts/,
  );
});

test("repeated group folds hold speakers out, test each recording once a repeat, and differ", () => {
  const speakers = Array.from({ length: 40 }, (_, i) => `s${i % 10}`);
  const recordings = recordingsOf(
    speakers,
    speakers.map((_, i) => ["a", "b"][i % 2]),
  );
  const folds = makeFolds("group-5x10", recordings, 0);
  assert.equal(folds.length, 50);
  assert.equal(describeFolds("group-5x10", folds, recordings).bothSides.speaker.shared, 0);
  for (let repeat = 1; repeat <= 10; repeat++) {
    const tested = folds.filter((fold) => fold.repeat === repeat).flatMap(({ test }) => test);
    assert.deepEqual(
      tested.sort((a, b) => a - b),
      [...recordings.keys()],
    );
  }
  assert.notDeepEqual(tests(folds.slice(0, 5)), tests(folds.slice(5, 10)));
  assert.deepEqual(makeFolds("group-5x10", recordings, 0), folds);
  assert.throws(() => makeFolds("group-5x0", recordings, 0), /must be/);
  assert.throws(() => makeFolds("random-5x2", recordings, 0), /must be/);
});

test("who and what is on both sides is told by column", () => {
  const recordings = Array.from({ length: 8 }, (_, i) => ({
    file: `r${i}.wav`,
    speaker: `s${i % 4}`,
    emotion: ["a", "b"][i % 2],
    extra: { text: `t${i % 2}`, session: `x${i % 4}`, pitch: "high" },
  }));
  const { bothSides } = describeFolds("loso", makeFolds("loso", recordings, 0), recordings);
  assert.deepEqual(bothSides, {
    speaker: { shared: 0, of: 4 },
    text: { shared: 2, of: 2 },
    session: { shared: 0, of: 4 },
  });
});

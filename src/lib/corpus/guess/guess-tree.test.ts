import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { unpack } from "../adapters/unpack.fixture";
import { openCorpus } from "../open-corpus";
import { UnknownTree } from "../recognise";
import { guessTree } from "./guess-tree";
import { writeDraft, writeManifest } from "./write-manifest";

/** Every combination of words, put into a path. */
function paths(pattern: (...words: string[]) => string, ...lists: readonly string[][]): string[] {
  const all = lists.reduce<string[][]>(
    (rows, list) => rows.flatMap((row) => list.map((word) => [...row, word])),
    [[]],
  );
  return all.map((words) => pattern(...words));
}

const guess = (sounds: readonly string[]) => {
  const { emotion, speaker, split, rows } = guessTree({ root: "/x", sounds });
  return { emotion: emotion?.words, speaker: speaker?.words, split: split?.words, first: rows[0] };
};

test("one folder per emotion: takes that are numbered are no speakers", () => {
  const { emotion, speaker, first } = guess(
    paths((e, n) => `${e}/recording (${n}).wav`, ["Wut", "Freude", "Neutral"], ["1", "2"]),
  );
  assert.deepEqual(
    [emotion, speaker, first.emotion, first.original],
    ["the folder that holds the file", undefined, "anger", "Wut"],
  );
});

test("one folder per speaker, and emotions in the names", () => {
  const { emotion, speaker, first } = guess(
    paths((s, e, n) => `${s}/${e}_${n}.wav`, ["anna", "ben"], ["angry", "sad"], ["01", "02"]),
  );
  assert.deepEqual([emotion, speaker], ["the first field of the name", "the folder that holds the file"]);
  assert.equal(first.speaker, "anna");
});

test("names with fields, and folders per part", () => {
  const parts = paths(
    (p, s, e) => `${p}/spk${s}-t1-${e}.wav`,
    ["train", "test"],
    ["01", "02"],
    ["happy", "sad", "neutral"],
  );
  const { emotion, speaker, split, first } = guess(parts);
  assert.deepEqual(
    [speaker, split, first.speaker, first.split],
    ["the first field of the name", "the folder that holds the file", "spk01", "train"],
  );
  assert.match(emotion!, /field of the name/);
});

test("speakers above emotions, and emotions above speakers", () => {
  const below = guess(paths((s, e, n) => `${s}/${e}/${n}.wav`, ["S1", "S2"], ["anger", "fear"], ["1", "2"]));
  assert.deepEqual(
    [below.emotion, below.speaker],
    ["the folder that holds the file", "the folder 1 above the one that holds the file"],
  );
  const above = guess(
    paths((e, s, n) => `${e}/${s}/${n}.wav`, ["anger", "fear"], ["maria", "jose"], ["1", "2"]),
  );
  assert.deepEqual(
    [above.emotion, above.speaker],
    ["the folder 1 above the one that holds the file", "the folder that holds the file"],
  );
});

test("where nothing is told nothing is guessed", () => {
  const { emotion, speaker } = guess(["one.wav", "two.wav", "three.wav"]);
  assert.deepEqual([emotion, speaker], [undefined, undefined]);
});

test("an unknown tree is refused, its draft opens once it is there, and no manifest is overwritten", async () => {
  const folder = unpack(paths((e, n) => `${e}/take ${n}.wav`, ["Angry", "Sad"], ["1", "2"]));
  await assert.rejects(openCorpus(folder), (error) => {
    assert.ok(error instanceof UnknownTree);
    assert.match(error.message, /4 sounds .* named as no corpus .*--write-manifest/);
    const path = writeDraft(folder, guessTree(error.tree).rows);
    assert.equal(readFileSync(path, "utf8").split("\n")[0], "file,emotion,original,speaker");
    return true;
  });
  const corpus = await openCorpus(folder);
  assert.deepEqual(
    corpus.recordings.map(({ emotion }) => emotion),
    ["anger", "anger", "sadness", "sadness"],
  );
  assert.throws(() => writeManifest(corpus), /metadata.csv is there already; correct it/);
});

test("a corpus that is known is written with all that its names tell, and opens as the same", async () => {
  const folder = unpack(["wav/03a01Fa.wav", "wav/08b02Wb.wav"]);
  const known = await openCorpus(folder);
  writeManifest(known);
  const written = await openCorpus(folder);
  assert.equal(written.adapter, "manifest");
  const told = ({ recordings }: typeof known) =>
    recordings.map(({ file, emotion, speaker, extra }) => ({ file, emotion, speaker, extra }));
  assert.deepEqual(told(written), told(known));
});

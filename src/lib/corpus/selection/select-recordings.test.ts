import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { Corpus, Recording } from "../recording";
import { limitPerSpeaker } from "./limit-per-speaker";
import { readLabelMap } from "./read-label-map";
import { selectByDuration, selectRecordings } from "./select-recordings";

const recordings: Recording[] = ["ann", "ben"].flatMap((speaker) =>
  ["Wut", "Freude", "other"].flatMap((emotion) =>
    [1, 2, 3].map((take) => {
      const file = `${speaker}-${emotion}-${take}.wav`;
      return { file, path: `/corpus/${file}`, speaker, emotion, extra: { take: String(take) } };
    }),
  ),
);
const corpus: Corpus = { name: "corpus", root: "/corpus", adapter: "manifest", synthetic: false, recordings };
const files = (selected: Corpus) => selected.recordings.map(({ file }) => file);

test("a label map renames, merges and leaves out, and says so", () => {
  const map = { emotion: { Wut: "anger", Freude: "anger", other: null }, speaker: {} };
  const selected = selectRecordings(corpus, { map });
  assert.deepEqual([...new Set(selected.recordings.map(({ emotion }) => emotion))], ["anger"]);
  assert.equal(selected.recordings[0].extra.written_emotion, "Wut");
  assert.deepEqual(selected.notes, ["6 of 18 recordings are left out by the label map."]);
  assert.deepEqual(selected.selection, { map });
});

test("a word that no recording has is refused, with the words that there are", () => {
  const map = { emotion: { wut: "anger" }, speaker: {} };
  assert.throws(() => selectRecordings(corpus, { map }), /no recording has the emotion "wut".*"Wut"/);
});

test("conditions see the mapped labels, and all must hold", () => {
  const map = { emotion: { Wut: "anger" }, speaker: {} };
  const where = ["emotion in anger,Freude", "take >= 2", "speaker != ben"];
  assert.deepEqual(files(selectRecordings(corpus, { map, where })), [
    "ann-Wut-2.wav",
    "ann-Wut-3.wav",
    "ann-Freude-2.wav",
    "ann-Freude-3.wav",
  ]);
});

test("a condition of another form, or on a column that is not there, is wrong usage", () => {
  assert.throws(() => selectRecordings(corpus, { where: ["emotion is anger"] }), /must be a column/);
  assert.throws(() => selectRecordings(corpus, { where: ["age > 3"] }), /no column "age"; there are .*take/);
  assert.throws(() => selectRecordings(corpus, { where: ["take > old"] }), /old must be a number/);
});

test("a limit takes as many of each emotion as it can, the same ones every time", () => {
  const limited = limitPerSpeaker(recordings, 3);
  const emotions = limited.map(({ speaker, emotion }) => `${speaker} ${emotion}`);
  assert.equal(new Set(emotions).size, 6);
  assert.deepEqual(limitPerSpeaker(recordings, 3), limited);
});

test("a channel is picked where the rows name none, and names the recording", () => {
  const [whole, piece, own] = recordings;
  const rows = [
    whole,
    { ...piece, startSeconds: 1, file: `${piece.file}#t=1` },
    { ...own, channel: 1, file: `${own.file}#track=1` },
  ];
  const selected = selectRecordings({ ...corpus, recordings: rows }, { channel: 2 });
  assert.deepEqual(
    selected.recordings.map(({ channel }) => channel),
    [2, 2, 1],
  );
  assert.deepEqual(files(selected), [
    `${whole.file}#track=2`,
    `${piece.file}#t=1&track=2`,
    `${own.file}#track=1`,
  ]);
  assert.deepEqual(selected.selection, { channel: 2 });
});

test("durations filter what was inspected", () => {
  const facts = (durationSeconds: number) => ({
    durationSeconds,
    sampleRate: 16000,
    channels: 1,
    format: "WAV",
    floatingPoint: false,
    fileBytes: 1,
    middle: "",
  });
  const timed = recordings.map((recording, i) => ({ ...recording, facts: facts(i / 10) }));
  const selected = selectByDuration({
    ...corpus,
    recordings: timed,
    selection: { minSeconds: 1, maxSeconds: 1.2 },
  });
  assert.equal(selected.recordings.length, 3);
});

test("speakers that are all unknown are not known", () => {
  const unknown = recordings.map((recording) => ({ ...recording, speaker: "Unknown" }));
  const selected = selectRecordings({ ...corpus, recordings: unknown });
  assert.ok(selected.recordings.every(({ speaker }) => speaker === ""));
});

test("a label map that is none is refused by file and entry", () => {
  const path = join(mkdtempSync(join(tmpdir(), "map-")), "labels.json");
  const read = (text: string) => {
    writeFileSync(path, text);
    return readLabelMap(path);
  };
  assert.deepEqual(read('{"speaker": {"03": "3"}}'), { emotion: {}, speaker: { "03": "3" } });
  assert.throws(() => read("[1]"), /labels\.json is no label map/);
  assert.throws(() => read('{"a": 3}'), /"a" is mapped to 3, it must be a word, or null/);
  assert.throws(() => read('{"emotion": {}, "mood": "x"}'), /"mood" must be a word/);
});

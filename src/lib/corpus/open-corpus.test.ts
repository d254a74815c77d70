import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, beforeEach, test } from "node:test";
import { encodeWav } from "../audio/encode-wav";
import { loadRecording } from "./load-recording";
import { openCorpus } from "./open-corpus";

const scratch = mkdtempSync(join(tmpdir(), "ser-open-"));
const folder = join(scratch, "mine");
after(() => rmSync(scratch, { recursive: true }));
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
});

/** Files with the path as content (names are all that opening needs), or a short tone. */
function write(path: string, content?: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  const tone = () => encodeWav(new Float32Array([0, 0.5, -0.5]), 16000);
  writeFileSync(join(folder, path), content ?? tone());
}

test("EMO-DB opens from its folder or its wav folder, with all seven letters", async () => {
  for (const letter of "WLEAFTN") write(`wav/03a01${letter}a.wav`);
  write("wav/._03a01Wa.wav");
  const corpus = await openCorpus(folder);
  assert.equal(corpus.name, "mine");
  assert.equal(corpus.adapter, "emodb");
  assert.deepEqual(
    corpus.recordings.map(({ emotion }) => emotion),
    ["fear", "disgust", "happiness", "boredom", "neutral", "sadness", "anger"],
  );
  assert.deepEqual(corpus.recordings[0].extra, { original: "A", text: "a01", take: "a", gender: "male" });
  const flat = await openCorpus(`emodb:${join(folder, "wav")}`, { name: "berlin" });
  assert.deepEqual([flat.name, flat.recordings[0].file], ["berlin", "03a01Aa.wav"]);
});

test("an unknown code in a file name is an error", async () => {
  write("wav/03a01Wa.wav");
  write("wav/03a01Xa.wav");
  await assert.rejects(
    openCorpus(folder),
    /wav\/03a01Xa.wav: unknown emotion letter "X", EMO-DB has W, L, E/,
  );
  await assert.rejects(openCorpus(`urdu:${folder}`), /no recordings found/);
  write("Sad/SM4_F30_A082.wav");
  await assert.rejects(openCorpus(`urdu:${folder}`), /Sad\/SM4_F30_A082.wav: unknown emotion letter "A"/);
});

test("URDU gets common names and keeps its own", async () => {
  for (const name of ["Angry/SM1_F1_A01", "Happy/SF2_F1_H01", "Neutral/SM5_F10_N3", "Sad/SM24_F2_S02"])
    write(`${name}.wav`);
  const { adapter, recordings } = await openCorpus(folder);
  assert.equal(adapter, "urdu");
  assert.deepEqual(
    recordings.map(({ speaker, emotion, extra }) => [speaker, emotion, extra.original]),
    [
      ["SM1", "anger", "Angry"],
      ["SF2", "happiness", "Happy"],
      ["SM5", "neutral", "Neutral"],
      ["SM24", "sadness", "Sad"],
    ],
  );
});

test("a manifest keeps labels as written and takes synonyms, in CSV, TSV and JSONL", async () => {
  const expected = [
    { file: "a/1.wav", speaker: "x", emotion: "Wut, heiß", extra: { text: "Hallo" } },
    { file: "b.wav", speaker: "y", emotion: "فرح", extra: { text: "" } },
  ];
  const rows = {
    "one.csv": '\uFEFFFile_Name,Label,Speaker ID,text\n./a/1.wav,"Wut, heiß",x,Hallo\n\nb.wav,فرح,y,\n',
    "two.csv": 'path;emo;spk;text\r\nb.wav;فرح;y;\r\na\\1.wav;"Wut, heiß";x;Hallo\r\n',
    "three.tsv": "wav\tclass\tspeaker_id\ttext\nb.wav\tفرح\ty\t\na/1.wav\tWut, heiß\tx\tHallo\n",
    "four.jsonl": `${expected.map(({ extra, ...rest }) => JSON.stringify({ ...rest, ...extra })).join("\n")}\n`,
  };
  for (const [name, text] of Object.entries(rows)) {
    write(name, text);
    const corpus = await openCorpus(join(folder, name));
    const found = corpus.recordings.map(({ file, speaker, emotion, extra }) => ({
      file,
      speaker,
      emotion,
      extra,
    }));
    assert.deepEqual(found, expected, name);
    assert.deepEqual([corpus.name, corpus.manifest], [name.split(".")[0], name]);
    assert.equal(corpus.recordings[0].path, join(folder, "a", "1.wav"));
  }
});

test("a Hugging Face audiofolder opens as its metadata.csv does", async () => {
  write("metadata.csv", "file_name,emotion,speaker_id\ndata/1.wav,anger,7\n");
  const { name, adapter, recordings } = await openCorpus(folder);
  assert.deepEqual(
    [name, adapter, recordings[0].file, recordings[0].row],
    ["mine", "manifest", "data/1.wav", 2],
  );
});

test("what cannot be opened is said in one sentence with its cure", async () => {
  const rejects = (where: string, message: RegExp) => assert.rejects(openCorpus(where), message);
  await rejects(join(scratch, "none"), /none does not exist; pass/);
  await rejects(folder, /mine is empty; put/);
  write("notes.txt", "hello");
  await rejects(
    folder,
    /is not a corpus that can be opened: none of its 1 files \(notes.txt\) is a recording .*; add a metadata.csv/,
  );
  await rejects(join(folder, "notes.txt"), /ends in .csv, .tsv, .jsonl, .json or .parquet/);
  await rejects(`sesame:${folder}`, /unknown adapter "sesame", there are manifest, .*emodb, .*urdu/);
  await rejects(`manifest:${folder}`, /has no manifest; name the one to open/);
  write("metadata.csv", "file,voice\na.wav,x\n");
  await rejects(folder, /metadata.csv: column "emotion" is missing .*the columns are file, voice; add it/);
  write("metadata.csv", "file,emotion,speaker\n");
  await rejects(folder, /metadata.csv has no rows/);
  write("metadata.csv", "file,emotion,speaker\na.wav,x,y,z\n");
  await rejects(folder, /metadata.csv row 2: 4 cells where the header has 3/);
  write("bad.jsonl", '{"file": "a.wav"\n');
  await rejects(join(folder, "bad.jsonl"), /bad.jsonl row 1: not a JSON object/);
});

test("a recording loads as a waveform, and errors name its file", async () => {
  write("a.wav");
  write("metadata.csv", "file,emotion,speaker\na.wav,x,1\nb.wav,x,1\n");
  const [a, b] = (await openCorpus(folder)).recordings;
  assert.deepEqual(await loadRecording(a), {
    samples: new Float32Array([0, 0.5, -0.5]),
    sampleRate: 16000,
    format: "WAV, 16 bit",
    channels: 1,
    notes: [],
  });
  await assert.rejects(loadRecording(b), /b.wav: the file is missing/);
});

test("devices and pipes are refused as a manifest and in one, since they may have no end", async () => {
  await assert.rejects(openCorpus("/dev/zero"), /\/dev\/zero is a device or a pipe/);
  write("metadata.csv", "file,emotion,speaker\n/dev/zero,anger,s1\n");
  const { recordings } = await openCorpus(join(folder, "metadata.csv"));
  await assert.rejects(loadRecording(recordings[0]), /dev\/zero is a device or a pipe/);
});

test("more labels than a classifier can tell apart are refused at once", async () => {
  const rows = Array.from({ length: 1001 }, (_, i) => `a.wav,word ${i},s1,${i},${i + 1}`);
  write("metadata.csv", `file,emotion,speaker,start,end\n${rows.join("\n")}\n`);
  await assert.rejects(openCorpus(folder), /1001 different emotions, at most 1000 can be told apart/);
});

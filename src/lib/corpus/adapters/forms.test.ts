import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { officialFolds } from "../../evaluation/folds/official-folds";
import { type OpenCorpusOptions, openCorpus } from "../open-corpus";
import reference from "./forms.reference.json";
import { unpack } from "./unpack.fixture";

const cache = mkdtempSync(join(tmpdir(), "ser-cache-"));
const outer = process.env.SER_CACHE;
before(() => {
  process.env.SER_CACHE = cache;
});
after(() => {
  if (outer === undefined) delete process.env.SER_CACHE;
  else process.env.SER_CACHE = outer;
  rmSync(cache, { recursive: true });
});

/** `file speaker emotion`, one string a recording. */
async function told(where: string, options: OpenCorpusOptions = {}): Promise<string[]> {
  const { recordings } = await openCorpus(where, options);
  return recordings.map(({ file, speaker, emotion }) => [file, speaker || "-", emotion].join(" "));
}

async function tested(where: string): Promise<string[][]> {
  const { recordings } = await openCorpus(where);
  return officialFolds(recordings).map(({ test: indices }) => indices.map((i) => recordings[i].file));
}

/** What a Python package wrote into a folder. */
function written(folder: string, further: Readonly<Record<string, string>> = {}): string {
  const files = Object.entries(reference)
    .filter(([path]) => path.startsWith(`${folder}/`) || path.startsWith("wav/"))
    .map(([path, bytes]) => [path.replace(`${folder}/`, ""), Buffer.from(bytes, "base64")]);
  return unpack({ ...Object.fromEntries(files), ...further });
}

const four = ["s1-a1 s1 anger", "s1-a2 s1 neutral", "s2-b1 s2 sadness", "s2-b2 s2 anger"];
const fourWavs = { "wav/s1-a1.wav": "", "wav/s1-a2.wav": "", "wav/s2-b1.wav": "", "wav/s2-b2.wav": "" };
const fourTold = four.map((row) => row.replace(/^(\S+)/, "wav/$1.wav"));

test("nkululeko's tables of parts open as one corpus with official folds", async () => {
  const folder = unpack({
    ...fourWavs,
    "emodb_train.csv":
      "file,emotion,speaker,gender\nwav/s1-a1.wav,anger,s1,female\nwav/s1-a2.wav,neutral,s1,female\n",
    "emodb_test.csv":
      "file,emotion,speaker,gender\nwav/s2-b1.wav,sadness,s2,male\nwav/s2-b2.wav,anger,s2,male\n",
  });
  assert.deepEqual(await told(folder), fourTold);
  assert.deepEqual(await tested(folder), [["wav/s2-b1.wav", "wav/s2-b2.wav"]]);
});

test("SpeechBrain's JSON by utterance, with its placeholder, and NeMo's lines under the same ending", async () => {
  const entry = (id: string, emo: string) => [
    id,
    { wav: `{data_root}/wav/${id}.wav`, length: 1.5, emo, spk: id.slice(0, 2) },
  ];
  const speechbrain = unpack({
    ...fourWavs,
    "train.json": JSON.stringify(Object.fromEntries([entry("s1-a1", "anger"), entry("s1-a2", "neutral")])),
    "valid.json": JSON.stringify(Object.fromEntries([entry("s2-b1", "sadness")])),
    "test.json": JSON.stringify(Object.fromEntries([entry("s2-b2", "anger")])),
  });
  assert.deepEqual(await told(speechbrain), fourTold);
  const line = (id: string, label: string) =>
    JSON.stringify({
      audio_filepath: `wav/${id}.wav`,
      duration: 1.5,
      offset: 0.5,
      label,
      speaker: id.slice(0, 2),
    });
  const nemo = unpack({
    ...fourWavs,
    "train_manifest.json": `${line("s1-a1", "anger")}\n${line("s1-a2", "neutral")}\n`,
    "test_manifest.json": `${line("s2-b1", "sadness")}\n`,
  });
  assert.deepEqual((await told(nemo))[0], "wav/s1-a1.wav#t=0.5,2 s1 anger");
});

test("SUPERB's JSON keeps its rows under meta_data", async () => {
  const rows = [{ path: "wav/s1-a1.wav", label: "ang", speaker: "Ses01F" }];
  const folder = unpack({
    "wav/s1-a1.wav": "",
    "train_meta_data.json": JSON.stringify({ labels: { ang: 0 }, meta_data: rows }),
  });
  assert.deepEqual(await told(join(folder, "train_meta_data.json")), ["wav/s1-a1.wav Ses01F ang"]);
});

test("an audiofolder's parts are its official folds, in CSV and in JSON lines", async () => {
  const folder = unpack({
    "train/a1.wav": "",
    "train/a2.wav": "",
    "test/sub/b1.wav": "",
    "train/metadata.csv": "file_name,label,speaker_id\na1.wav,anger,s1\na2.wav,neutral,s1\n",
    "test/metadata.jsonl": '{"file_name": "sub/b1.wav", "label": "sadness", "speaker_id": "s2"}\n',
  });
  assert.deepEqual(await told(folder), [
    "test/sub/b1.wav s2 sadness",
    "train/a1.wav s1 anger",
    "train/a2.wav s1 neutral",
  ]);
  assert.deepEqual(await tested(folder), [["test/sub/b1.wav"]]);
});

test("shards as datasets writes them: the sound is the file's to the byte, labels have their names", async () => {
  const folder = written("hub");
  const { recordings } = await openCorpus(folder);
  assert.deepEqual(await told(folder), [
    "test-00000-of-00001/s2_sadness.wav s2 sadness",
    "train-00000-of-00002/s1_anger.wav s1 anger",
    "train-00000-of-00002/s1_sadness.wav s1 sadness",
    "train-00001-of-00002/s2_anger.wav s2 anger",
  ]);
  const original = Buffer.from(reference["wav/s1_anger.wav"], "base64");
  assert.deepEqual(readFileSync(recordings[1].path), original);
  assert.ok(recordings[1].path.startsWith(cache));
  assert.deepEqual(await tested(folder), [["test-00000-of-00001/s2_sadness.wav"]]);
});

test("audformat as its package writes it, in text and in Parquet: pieces, speakers out of another table, parts", async () => {
  const expected = [
    "s1_anger s1 anger",
    "s1_sadness s1 sadness",
    "s2_anger s2 anger",
    "s2_sadness s2 sadness",
  ].flatMap((row) => [
    row.replace(/^(\S+)/, "wav/$1.wav#t=0,0.005"),
    row.replace(/^(\S+)/, "wav/$1.wav#t=0.005"),
  ]);
  for (const storage of ["audformat-csv", "audformat-parquet"]) {
    const folder = written(storage);
    assert.deepEqual(await told(folder), expected, storage);
    const { recordings } = await openCorpus(folder);
    assert.deepEqual(
      [recordings[0].startSeconds, recordings[0].endSeconds, recordings[1].endSeconds],
      [0, 0.005, undefined],
    );
    assert.deepEqual([recordings[0].extra.age, recordings[0].extra.split], ["31", "train"], storage);
    assert.equal((await tested(folder))[0].length, 4);
  }
});

test("EmoBox: labels by its map, speakers by the corpus's names, published folds, paths from beside data/", async () => {
  const row = (name: string, emo: string) =>
    JSON.stringify({
      key: `emodb-${name}`,
      dataset: "emodb",
      wav: `downloads/emodb/wav/${name}.wav`,
      emo,
      channel: 1,
    });
  const rows = [
    row("03a01Fa", "happy"),
    row("03a01Wa", "Anger"),
    row("08a01Wa", "anger"),
    row("08a01Na", "neutral"),
  ];
  const lists = (k: number, test: readonly number[]) => ({
    [`data/emodb/fold_${k}/emodb_test_fold_${k}.jsonl`]: test.map((i) => rows[i]).join("\n"),
    [`data/emodb/fold_${k}/emodb_train_fold_${k}.jsonl`]: rows.filter((_, i) => !test.includes(i)).join("\n"),
    [`data/emodb/fold_${k}/emodb_test_fold${k}.jsonl`]: '{"audio": "old.wav", "label": "anger"}\n',
  });
  const files = {
    "data/emodb/emodb.jsonl": `${rows.join("\n")}\n`,
    "data/emodb/label_map.json": '{"happy": "Happy", "anger": "Angry", "neutral": "Neutral"}',
    ...Object.fromEntries(
      ["03a01Fa", "03a01Wa", "08a01Wa", "08a01Na"].map((n) => [`downloads/emodb/wav/${n}.wav`, ""]),
    ),
  };
  const folder = unpack({ ...files, ...lists(1, [0, 2]), ...lists(2, [1, 3]) });
  const expected = ["03a01Fa 03 happiness", "03a01Wa 03 anger", "08a01Na 08 neutral", "08a01Wa 08 anger"];
  const paths = expected.map((line) => line.replace(/^(\S+)/, "downloads/emodb/wav/$1.wav"));
  for (const where of [folder, join(folder, "data/emodb"), join(folder, "data/emodb/emodb.jsonl")]) {
    assert.deepEqual(await told(where), paths, where);
  }
  assert.deepEqual(
    (await tested(folder)).map((files) => files.map((file) => file.slice(-11))),
    [
      ["03a01Fa.wav", "08a01Wa.wav"],
      ["03a01Wa.wav", "08a01Na.wav"],
    ],
  );
  const single = unpack({ ...files, ...lists(1, [2, 3]) });
  assert.equal((await tested(single))[0].length, 2);
  assert.equal(
    (await openCorpus(`${folder}/data/emodb`)).recordings[0].path,
    join(folder, "downloads/emodb/wav/03a01Fa.wav"),
  );
});

test("Kaldi: whole recordings and segments, parts in folders, and a command's file", async () => {
  const whole = {
    "wav.scp":
      "s1-a1 wav/s1-a1.wav\ns1-a2 sox wav/s1-a2.wav -t wav - |\ns2-b1 wav/s2-b1.wav\ns2-b2 wav/s2-b2.wav\n",
    utt2spk: "s1-a1 s1\ns1-a2 s1\ns2-b1 s2\ns2-b2 s2\n",
    utt2emo: "s1-a1 anger\ns1-a2 neutral\ns2-b1 sadness\ns2-b2 anger\n",
  };
  const folder = unpack({ ...fourWavs, ...whole });
  assert.deepEqual(await told(folder), fourTold);
  assert.match((await openCorpus(folder)).notes![0], /1 recordings? .* command/);
  const parts = unpack({
    "wav/talk.wav": "",
    "data/train/wav.scp": "talk wav/talk.wav\n",
    "data/train/segments": "s1-talk-1 talk 0.50 1.25\ns1-talk-2 talk 2 3\n",
    "data/train/utt2spk": "s1-talk-1 s1\ns1-talk-2 s1\n",
    "data/train/utt2emotion": "s1-talk-1 anger\ns1-talk-2 sadness\n",
    "data/test/wav.scp": "b wav/talk.wav\n",
    "data/test/utt2spk": "b s2\n",
    "data/test/utt2emotion": "b neutral\n",
  });
  const expected = [
    "wav/talk.wav s2 neutral",
    "wav/talk.wav#t=0.5,1.25 s1 anger",
    "wav/talk.wav#t=2,3 s1 sadness",
  ];
  assert.deepEqual(await told(parts), expected);
  assert.deepEqual(await tested(parts), [["wav/talk.wav"]]);
  await assert.rejects(openCorpus(unpack({ "wav.scp": "a a.wav\n" })), /has wav.scp and no utt2emo; add it/);
});

test("Lhotse: supervisions with the recordings that they are pieces of", async () => {
  const recordings = {
    id: "talk",
    duration: 4,
    sources: [{ type: "file", channels: [0], source: "talk.wav" }],
  };
  const supervision = (id: string, start: number, duration: number, emotion: string) =>
    JSON.stringify({
      id,
      recording_id: "talk",
      start,
      duration,
      channel: 0,
      speaker: "s1",
      custom: { emotion },
    });
  const folder = unpack({
    "talk.wav": "",
    "recordings.jsonl.gz": gzipSync(`${JSON.stringify(recordings)}\n`),
    "supervisions.jsonl.gz": gzipSync(
      `${supervision("u1", 0, 4, "anger")}\n${supervision("u2", 1, 0.5, "sadness")}\n`,
    ),
  });
  assert.deepEqual(await told(folder), ["talk.wav s1 anger", "talk.wav#t=1,1.5 s1 sadness"]);
});

test("a manifest may lack speakers; --speaker-from names them by the path", async () => {
  const folder = unpack({
    ...fourWavs,
    "metadata.csv": `file,emotion\n${fourTold.map((row) => row.replace(/ \S+ /, ",")).join("\n")}\n`,
  });
  assert.deepEqual((await told(folder))[0], "wav/s1-a1.wav - anger");
  assert.deepEqual(await told(folder, { speakerFrom: "/(s\\d+)-" }), fourTold);
  assert.deepEqual((await told(folder, { speakerFrom: "file" }))[0], "wav/s1-a1.wav wav/s1-a1.wav anger");
  assert.deepEqual((await told(folder, { speakerFrom: "folder" }))[0], "wav/s1-a1.wav wav anger");
  await assert.rejects(
    openCorpus(folder, { speakerFrom: "s\\d+" }),
    /must be "file", "folder" or a regular expression with a group/,
  );
  await assert.rejects(openCorpus(folder, { speakerFrom: "(x\\d+)" }), /finds no speaker in wav\/s1-a1.wav/);
});

test("paths of another machine are found below --audio-root by their endings", async () => {
  const folder = unpack(fourWavs);
  const rows = fourTold.map((row) => `/home/anna/corpora/${row.replaceAll(" ", ",")}`);
  const table = unpack({ "mine.csv": `file,speaker,emotion\n${rows.join("\n")}\n` });
  assert.deepEqual(await told(join(table, "mine.csv"), { audioRoot: folder }), fourTold);
  await assert.rejects(
    openCorpus(join(table, "mine.csv"), { audioRoot: join(folder, "no") }),
    /--audio-root .* is no folder/,
  );
});

test("names are found by another Unicode form and other capitals, and it is said", async () => {
  const folder = unpack({
    ["Bär.wav".normalize("NFD")]: "",
    "Anna.WAV": "",
    "metadata.csv": "file,emotion,speaker\nBär.wav,x,1\nanna.wav,y,2\n",
  });
  const { recordings, notes } = await openCorpus(folder);
  assert.deepEqual(
    recordings.map(({ file }) => file),
    ["Bär.wav", "anna.wav"],
  );
  for (const { path } of recordings) assert.ok(readFileSync(path).length > 0);
  assert.match(notes![0], /2 names differ from their files by capitals, Unicode form or ending/);
});

test("two forms in one folder are asked about", async () => {
  const folder = unpack({ "db.yaml": "tables: {}\n", "wav.scp": "a a.wav\n" });
  await assert.rejects(
    openCorpus(folder),
    /could be audformat \(1 file such as db.yaml\), or kaldi .*: --corpus audformat:.* or --corpus kaldi:/,
  );
});

test("what only other programs read is told with the way on", async () => {
  await assert.rejects(
    openCorpus(unpack({ "Actor_01.zip": "x" })),
    /holds 1 files? \(Actor_01.zip\); unpack the archives/,
  );
  await assert.rejects(
    openCorpus(unpack({ "data-00000-of-00001.arrow": "x", "state.json": "{}" })),
    /to_parquet/,
  );
  const pickled = unpack({
    "db.yaml": "tables:\n  files: {type: filewise, columns: {emotion: {}}}\n",
    "db.files.pkl": "x",
  });
  await assert.rejects(openCorpus(pickled), /db.files.pkl is pickled, .*storage_format="csv"/);
  await assert.rejects(
    openCorpus(join(unpack({ "a.parquet": "x".repeat(50) }), "a.parquet")),
    /a.parquet: no Parquet file that can be read/,
  );
});

test("a German table of a spreadsheet: Windows-1252, semicolons, a title, decimal commas, files that macOS has named", async () => {
  const table =
    "Aufnahmen von Jürgen\n\nDatei;file;emotion;speaker;start;end\n1;Jürgen.wav;Ärger;Jürgen;0;0,02\n2;Jürgen.wav;fröhlich;Jürgen;0,02;0,04\n";
  const folder = unpack({
    ["Jürgen.wav".normalize("NFD")]: "",
    "metadata.csv": Buffer.from(table, "latin1"),
  });
  assert.deepEqual(await told(folder), [
    "Jürgen.wav#t=0,0.02 Jürgen Ärger",
    "Jürgen.wav#t=0.02,0.04 Jürgen fröhlich",
  ]);
  const { notes } = await openCorpus(folder);
  assert.match(notes!.join(" "), /read as Windows-1252.*differ/);
});

test("a Chinese table in UTF-16 with tabs, and Arabic labels in JSON lines, name FLAC files", async () => {
  const utf16 = Buffer.from("\uFEFF文件\tfile\temotion\tspeaker\r\n1\t甲.flac\t生气\t王\r\n", "utf16le");
  assert.deepEqual(await told(unpack({ "甲.flac": "", "labels.txt": utf16 })), ["甲.flac 王 生气"]);
  const line = JSON.stringify({ audio: "صوت.flac", label: "غضب", speaker: "علي" });
  assert.deepEqual(await told(unpack({ "صوت.flac": "", "labels.jsonl": `${line}\n` })), ["صوت.flac علي غضب"]);
});

test("a table without a header is told, with the line that is missing", async () => {
  const folder = unpack({ "a.wav": "", "b.wav": "", "labels.txt": "a.wav\tanger\ts1\nb.wav\tsad\ts2\n" });
  await assert.rejects(
    openCorpus(folder),
    /labels.txt lists them without a header: write file, emotion, speaker/,
  );
});

test("pandas' index, a column without a name, is never taken for one that is missing", async () => {
  const table = ",file,emotion\n0,wav/s1-a1.wav,anger\n1,wav/s2-b1.wav,sadness\n";
  const { recordings } = await openCorpus(unpack({ ...fourWavs, "metadata.csv": table }));
  assert.deepEqual(
    recordings.map(({ speaker, startSeconds, channel }) => [speaker, startSeconds, channel]),
    [
      ["", undefined, undefined],
      ["", undefined, undefined],
    ],
  );
});

test("times in milliseconds and with their units; numbers of samples are said to cut nothing", async () => {
  for (const [header, start, end] of [
    ["start_ms,end_ms", "10", "30"],
    ["Onset ms,stop_msec", "10", "30"],
    ["start,end", "0.01s", "30 ms"],
    ["start,end", "PT0.01S", "PT0.03S"],
  ]) {
    const table = `file,emotion,speaker,${header}\nwav/s1-a1.wav,anger,s1,${start},${end}\n`;
    const [told1] = await told(unpack({ ...fourWavs, "metadata.csv": table }));
    assert.equal(told1, "wav/s1-a1.wav#t=0.01,0.03 s1 anger", header);
  }
  const samples = "file,emotion,start_sample,end_sample\nwav/s1-a1.wav,anger,100,400\n";
  const { notes } = await openCorpus(unpack({ ...fourWavs, "metadata.csv": samples }));
  assert.match(notes![0], /metadata.csv: start_sample, end_sample cut nothing/);
});

test("JSON by file, emotions by file, and columns as pandas writes them", async () => {
  const rows = four.map((row) => row.split(" "));
  const byFile = Object.fromEntries(
    rows.map(([id, speaker, emotion]) => [`wav/${id}.wav`, { speaker, emotion }]),
  );
  const emotions = Object.fromEntries(rows.map(([id, , emotion]) => [`wav/${id}.wav`, emotion]));
  const column = (cell: (row: string[]) => string) => ({ ...rows.map(cell) });
  const pandas = {
    file: column(([id]) => `wav/${id}.wav`),
    speaker: column(([, speaker]) => speaker),
    emotion: column(([, , emotion]) => emotion),
  };
  const lists = Object.fromEntries(Object.entries(pandas).map(([key, cells]) => [key, Object.values(cells)]));
  for (const value of [byFile, pandas, lists])
    assert.deepEqual(await told(unpack({ ...fourWavs, "labels.json": JSON.stringify(value) })), fourTold);
  assert.deepEqual(
    await told(unpack({ ...fourWavs, "labels.json": JSON.stringify(emotions) })),
    fourTold.map((row) => row.replace(/ s\d /, " - ")),
  );
});

test("tables of parts in a folder of their own, or one in the folder of each part", async () => {
  const header = "file,emotion,speaker\n";
  const below = unpack({
    ...fourWavs,
    "splits/train.csv": `${header}wav/s1-a1.wav,anger,s1\nwav/s1-a2.wav,neutral,s1\n`,
    "splits/test.csv": `${header}wav/s2-b1.wav,sadness,s2\nwav/s2-b2.wav,anger,s2\n`,
  });
  assert.deepEqual(await told(below), fourTold);
  assert.deepEqual(await tested(below), [["wav/s2-b1.wav", "wav/s2-b2.wav"]]);
  const each = unpack({
    "train/a.wav": "",
    "train/labels.csv": `${header}a.wav,anger,s1\n`,
    "test/b.wav": "",
    "test/labels.csv": `${header}b.wav,sadness,s2\n`,
  });
  assert.deepEqual(await tested(each), [["test/b.wav"]]);
});

test("names without an ending, of another format, or out of an address find the only such sound", async () => {
  const table = "file,emotion\nwav/s1-a1,anger\nwav/s1-a2.mp3,neutral\nmy%20wav/s2-b1.wav,sadness\nb,anger\n";
  const sounds = {
    "wav/s1-a1.wav": "",
    "wav/s1-a2.wav": "",
    "my wav/s2-b1.wav": "",
    "b.wav": "",
    "b.flac": "x",
  };
  const { recordings, notes } = await openCorpus(unpack({ ...sounds, "metadata.csv": table }));
  const found = recordings.map(({ path }) => path.split("/").at(-1));
  assert.deepEqual(
    found,
    ["b", "s2-b1.wav", "s1-a1.wav", "s1-a2.wav"],
    "which of two sounds b is stays open",
  );
  assert.match(notes![0], /3 names differ from their files by capitals, Unicode form or ending/);
});

test("a file beside each recording tells its emotion, in JSON or as a word", async () => {
  const sounds = { "a/1.wav": "", "a/2.wav": "", "b/3.wav": "" };
  const json = unpack({
    ...sounds,
    "a/1.json": '{"emotion": "anger", "speaker": "ann", "text": "x"}',
    "a/2.json": '{"label": "joy", "spk": "ben", "start_ms": 10}',
  });
  assert.deepEqual(await told(json), ["a/1.wav ann anger", "a/2.wav#t=0.01 ben joy"]);
  assert.match((await openCorpus(json)).notes!.join(), /1 recordings are left out/);
  const words = unpack({ ...sounds, "a/1.txt": "anger\n", "a/2.lab": "joy", "b/3.cls": "sadness" });
  assert.deepEqual(await told(words), ["a/1.wav - anger", "a/2.wav - joy", "b/3.wav - sadness"]);
  const transcripts = unpack({ ...sounds, "a/1.txt": "hello", "a/2.txt": "good day", "b/3.txt": "yes" });
  await assert.rejects(openCorpus(transcripts), /not a corpus that can be opened/);
});

test("labels that lie beside the sounds in a form that is not read are told with the cure", async () => {
  await assert.rejects(
    openCorpus(unpack({ ...fourWavs, "labels.xlsx": "PK" })),
    /labels.xlsx is not read, save the sheet/,
  );
  const headless = "s1-a1|anger|s1\ns1-a2|neutral|s1\n";
  await assert.rejects(
    openCorpus(unpack({ ...fourWavs, "metadata.csv": headless })),
    /write a header above it/,
  );
});

import assert from "node:assert/strict";
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, beforeEach, test } from "node:test";
import { encodeWav } from "../../audio/encode-wav";
import { wavFile } from "../../audio/wav-file";
import { describeCorpus } from "../describe-corpus";
import { openCorpus } from "../open-corpus";
import { checkCorpus } from "./health";
import { requireHealthy } from "./require-healthy";

const scratch = mkdtempSync(join(tmpdir(), "ser-health-"));
const folder = join(scratch, "mine");
after(() => rmSync(scratch, { recursive: true }));

const HEADER = "file,emotion,speaker";
const GOOD = ["a.wav,joy,1", "b.wav,rage,1", "c.wav,joy,2", "d.wav,rage,2"];

/** A tone of 0.1 s whose bytes differ from file to file. */
function writeTone(name: string, hertz: number, sampleRate = 16000): void {
  const samples = Float32Array.from(
    { length: sampleRate / 10 },
    (_, i) => 0.5 * Math.sin((2 * Math.PI * hertz * i) / sampleRate),
  );
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), encodeWav(samples, sampleRate));
}

function writeManifest(rows: readonly string[], header = HEADER): void {
  writeFileSync(join(folder, "metadata.csv"), [header, ...rows].join("\n"));
}

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  for (const [i, name] of ["a.wav", "b.wav", "c.wav", "d.wav"].entries()) writeTone(name, 200 + 100 * i);
  writeManifest(GOOD);
});

async function messages(): Promise<string[]> {
  return checkCorpus(await openCorpus(folder)).problems.map(
    ({ severity, message }) => `${severity}: ${message}`,
  );
}

test("a good corpus has no problems and is summed up", async () => {
  const health = checkCorpus(await openCorpus(folder));
  assert.deepEqual(health.problems, []);
  const { emotions, speakers, seconds, sampleRates } = describeCorpus(health.corpus);
  assert.deepEqual(emotions[0].counts, { 1: 1, 2: 1 });
  assert.deepEqual(
    speakers.map(({ name, recordings }) => [name, recordings]),
    [
      ["1", 2],
      ["2", 2],
    ],
  );
  assert.ok(Math.abs(seconds.total - 0.4) < 1e-9 && seconds.median === 0.1);
  assert.deepEqual(sampleRates, [16000]);
});

test("unreadable audio is named with file, row and cure", async () => {
  writeFileSync(join(folder, "a.wav"), "hello, I am a text\n".repeat(9));
  truncateSync(join(folder, "b.wav"), 1000);
  writeFileSync(join(folder, "c.wav"), "");
  rmSync(join(folder, "d.wav"));
  const [text, cut, empty, missing, ...rest] = await messages();
  assert.match(
    text,
    /^unreadable: metadata.csv row 2: a.wav is no sound file that is known: it begins with "hell".*convert/,
  );
  assert.match(
    cut,
    /row 3: b.wav: the data chunk is cut off, its header says 3200 bytes and 956 are there; copy/,
  );
  assert.match(empty, /row 4: c.wav: the file is empty/);
  assert.match(missing, /row 5: d.wav: the file is missing \(looked for .*d.wav\); correct/);
  assert.deepEqual(rest, []);
});

test("unreadable files are left out on demand only", async () => {
  truncateSync(join(folder, "b.wav"), 1000);
  writeTone("e.wav", 900);
  writeManifest([...GOOD, "e.wav,rage,1"]);
  const corpus = await openCorpus(folder);
  assert.throws(() => requireHealthy(corpus, { purpose: "extract" }), /b.wav.*cut off[\s\S]*--skip-bad/);
  const { corpus: left, problems } = requireHealthy(corpus, { purpose: "evaluate", skipBad: true });
  assert.deepEqual(
    left.recordings.map(({ file }) => file),
    ["a.wav", "c.wav", "d.wav", "e.wav"],
  );
  assert.equal(problems.length, 1);
});

test("empty cells and files listed twice are named by row", async () => {
  writeManifest([...GOOD, "a.wav,joy,2", ",joy,1", "b.wav,,1", "c.wav,joy, "]);
  const found = await messages();
  assert.match(found[0], /^invalid: metadata.csv row 7: file is empty/);
  assert.ok(found.some((m) => /row 8: emotion is empty/.test(m)));
  assert.ok(found.some((m) => /row 9: speaker is empty, every recording needs one/.test(m)));
  assert.ok(found.some((m) => /metadata.csv rows 2, 6: a.wav is listed 2 times/.test(m)));
});

test("a corpus that cannot be split stops an evaluation, not an extraction", async () => {
  writeManifest(["a.wav,joy,1", "b.wav,rage,1", "c.wav,rage,1"]);
  const corpus = await openCorpus(folder);
  const [speakers, single] = await messages();
  assert.match(speakers, /^speakerless: mine: all 3 recordings are of one speaker \(1\)/);
  assert.match(single, /^unsplittable: mine: emotion "joy" has a single recording \(a.wav\)/);
  requireHealthy(corpus, { purpose: "extract" });
  assert.throws(() => requireHealthy(corpus, { purpose: "evaluate" }), /one speaker/);
});

test("the same recording under two names is suspicious", async () => {
  copyFileSync(join(folder, "a.wav"), join(folder, "d.wav"));
  assert.deepEqual(await messages(), [
    "suspicious: a.wav, d.wav hold the same recording under 2 speakers and 2 emotions; keep one",
  ]);
});

test("a header longer than what is read first is read whole", async () => {
  const wav = encodeWav(new Float32Array(800), 8000);
  const picture = new Uint8Array(8 + 10000);
  picture.set([0x4c, 0x49, 0x53, 0x54, 0x10, 0x27, 0, 0]);
  writeFileSync(join(folder, "a.wav"), Buffer.concat([wav.subarray(0, 12), picture, wav.subarray(12)]));
  const { corpus } = checkCorpus(await openCorpus(folder));
  assert.equal(corpus.recordings[0].facts?.durationSeconds, 0.1);
});

test("several sample rates are suspicious, with how far they tell the emotion", async () => {
  writeTone("b.wav", 300, 8000);
  assert.deepEqual(await messages(), [
    "suspicious: mine: 1 recording is at 8000 Hz, 3 are at 16000 Hz, and features of all are taken at 16000 Hz; the rate alone tells " +
      "the emotion of 75 % of the recordings (the most frequent emotion: 50 %), so models may learn how something was recorded; " +
      "better resample all files to the lowest rate",
  ]);
  writeTone("a.wav", 200, 8000);
  assert.deepEqual(await messages(), [
    "suspicious: mine: 2 recordings are at 8000 Hz, 2 are at 16000 Hz, and features of all are taken at 8000 Hz; better resample all files to the lowest rate",
  ]);
});

test("any rate is read, and what is strange about a file's sound is said once for all of its kind", async () => {
  writeTone("a.wav", 200, 44101);
  for (const name of ["b.wav", "c.wav"]) {
    const bytes = readFileSync(join(folder, name));
    bytes.writeUInt32LE(0xffffffff, 40);
    writeFileSync(join(folder, name), bytes);
  }
  const [rates, sizes, ...rest] = await messages();
  assert.match(rates, /^suspicious: mine: 3 recordings are at 16000 Hz, 1 is at 44101 Hz/);
  assert.match(sizes, /^suspicious: b.wav, c.wav: its header does not say how long it is/);
  assert.deepEqual(rest, []);
});

test("samples that are no numbers make a recording unreadable", async () => {
  const samples = new Float32Array(1600);
  samples[500] = Number.NaN;
  const header = { format: 3, channels: 1, sampleRate: 16000, bytesPerSample: 4 };
  writeFileSync(join(folder, "b.wav"), new Uint8Array(wavFile(header, new Uint8Array(samples.buffer))));
  assert.match(
    (await messages())[0],
    /^unreadable: metadata.csv row 3: b.wav: sample 500 \(at 0.031 s\) is NaN/,
  );
});

test("one ear is silent: said of the average, not of the channel that is picked; one that is not there is", async () => {
  const data = new Int16Array(3200).map((_, i) => (i % 2 === 0 ? 9000 * Math.sin(i / 7) : 0));
  const header = { format: 1, channels: 2, sampleRate: 16000, bytesPerSample: 2 };
  writeFileSync(join(folder, "b.wav"), new Uint8Array(wavFile(header, new Uint8Array(data.buffer))));
  assert.match((await messages()).join(), /^suspicious: b.wav: channel 2 of 2 is silent.*--channel 1/);
  const picking = async (channel: number) =>
    checkCorpus(await openCorpus(folder, { selection: { channel } })).problems.map(({ message }) => message);
  assert.deepEqual(await picking(1), []);
  assert.deepEqual((await picking(2)).length, 3);
  assert.match((await picking(2))[0], /row 2: a.wav#track=2: channel 2 is not there, the file has 1;/);
});

test("an emotion of one speaker is suspicious: unseen speakers are never recognised by it", async () => {
  writeTone("e.wav", 900);
  writeTone("f.wav", 1000);
  writeManifest([...GOOD, "e.wav,calm,1", "f.wav,calm,1"]);
  assert.deepEqual(await messages(), [
    'suspicious: mine: all 2 recordings of emotion "calm" are of one speaker (1), so a model that is tested on unseen speakers can never have learned it; add speakers or leave it out',
  ]);
});

test("files that are missing in numbers are one sentence, with the folder where they lie", async () => {
  for (const name of ["a", "b", "c", "d"]) rmSync(join(folder, `${name}.wav`));
  assert.deepEqual((await messages()).length, 1);
  assert.match(
    (await messages())[0],
    /metadata.csv: none of 4 files is found under .* \(a.wav, b.wav, c.wav, ...\); .*--audio-root DIR/,
  );
  for (const [i, name] of ["a", "b", "c", "d"].entries()) writeTone(`audio/${name}.wav`, 200 + 100 * i);
  assert.match((await messages())[0], /; they lie under (.*mine\/audio): --audio-root \1$/);
  const found = await openCorpus(folder, { audioRoot: join(folder, "audio") });
  assert.deepEqual(checkCorpus(found).problems, []);
  writeManifest(GOOD.map((row) => `wav/${row}`));
  for (const [i, name] of ["a", "b", "c", "d"].entries()) writeTone(`${name}.wav`, 200 + 100 * i);
  rmSync(join(folder, "audio"), { recursive: true });
  assert.match((await messages())[0], /they lie beside the manifest: --audio-root .*mine$/);
});

test("a corpus without speakers serves extraction and folds over recordings, not unseen speakers", async () => {
  writeManifest(["a.wav,joy", "b.wav,rage", "c.wav,joy", "d.wav,rage"], "file,emotion");
  const corpus = await openCorpus(folder);
  assert.match(
    (await messages())[0],
    /^speakerless: mine: nobody tells who speaks, .*--speaker-from .*--folds random-5/,
  );
  assert.throws(() => requireHealthy(corpus, { purpose: "evaluate" }), /nobody tells who speaks/);
  for (const options of [{ purpose: "extract" }, { purpose: "evaluate", unseenSpeakers: false }] as const) {
    assert.equal(requireHealthy(corpus, options).corpus.recordings.length, 4);
  }
});

test("a piece that is not in its file is named with its row", async () => {
  writeManifest(
    ["a.wav,joy,1,0,0.05", "a.wav,rage,1,0.05,0.1", "b.wav,joy,2,0.2,0.3", "c.wav,rage,2,0,9"],
    `${HEADER},start,end`,
  );
  const found = await messages();
  assert.match(
    found[0],
    /row 4: b.wav#t=0.2,0.3: the piece from 0.2 s to 0.3 s is not in its file, which lasts 0.100 s/,
  );
  assert.match(found[1], /row 5: c.wav#t=0,9: /);
  const { seconds } = describeCorpus(checkCorpus(await openCorpus(folder), { skipBad: true }).corpus);
  assert.ok(Math.abs(seconds.total - 0.1) < 1e-9);
});

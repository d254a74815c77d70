import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { encodeWav } from "../audio/encode-wav";
import { wavFile } from "../audio/wav-file";
import { describeCorpus } from "../corpus/describe-corpus";
import { checkCorpus, isChecked } from "../corpus/health/health";
import { soundProblems } from "../corpus/health/sound-problems";
import { openCorpus } from "../corpus/open-corpus";
import { embeddedUtterances, speakUtterance } from "../synthesis/embedded-corpus";
import { hearCorpus } from "./hear-corpus";

const root = mkdtempSync(join(tmpdir(), "hear-corpus-"));
process.env.SER_CACHE = join(root, "cache");
after(() => rmSync(root, { recursive: true }));

const [first, second] = embeddedUtterances({ speakers: 1, texts: 2, emotions: 1 }).map(
  (utterance) => speakUtterance(utterance).waveform.samples,
);
const changed = (change: (sample: number) => number) => encodeWav(first.map(change), 16000);
const folder = join(root, "mine");
mkdirSync(folder);
const floats = wavFile(
  { format: 3, channels: 1, sampleRate: 16000, bytesPerSample: 4 },
  new Uint8Array(first.map((sample) => 0.1 * sample).buffer),
);
const clipped = second.map((sample) => Math.max(-0.05, Math.min(0.05, sample)));
for (const [name, bytes] of Object.entries({
  "a.wav": changed((sample) => sample),
  "another-header.wav": new Uint8Array(floats),
  "b.wav": encodeWav(second, 16000),
  "clipped.wav": encodeWav(clipped, 16000),
  "offset.wav": encodeWav(
    second.subarray(4000).map((sample) => sample / 2 + 0.1),
    16000,
  ),
  "short.wav": encodeWav(second.subarray(8000, 10000), 16000),
  "silent.wav": encodeWav(new Float32Array(9000), 16000),
}))
  writeFileSync(join(folder, name), bytes);
const rows = ["a", "another-header", "b", "clipped", "offset", "short", "silent"].map(
  (name, i) => `${name}.wav,${i % 2 ? "joy" : "rage"},${i % 3}`,
);
writeFileSync(join(folder, "metadata.csv"), ["file,emotion,speaker", ...rows].join("\n"));

test("samples tell of clipping, offset, silence, shortness and the same sound under another header and level", async () => {
  const { corpus } = checkCorpus(await openCorpus(folder));
  const seen: number[] = [];
  await hearCorpus(corpus, (done, total) => seen.push(done, total));
  assert.deepEqual(seen, [7, 7]);
  const told = soundProblems(corpus.recordings.filter(isChecked)).map(({ message }) => message);
  for (const pattern of [
    /^silent\.wav: silent/,
    /^clipped\.wav: clipped/,
    /^offset\.wav: an offset/,
    /^short\.wav: shorter/,
    /^a\.wav, another-header\.wav sound the same .* under 2 speakers/,
  ])
    assert.equal(told.filter((message) => pattern.test(message)).length, 1, `${pattern}: ${told.join("\n")}`);
  assert.equal(told.length, 5, told.join("\n"));
  const { sound } = describeCorpus(corpus);
  assert.ok(sound && sound.dcOffset.highest > 0.09 && sound.silentShare.highest === 1);
});

test("what was heard is not heard again", async () => {
  const { corpus } = checkCorpus(await openCorpus(folder));
  const recordings = corpus.recordings.filter(isChecked);
  for (const { facts } of recordings) Object.assign(facts, { changed: undefined });
  await hearCorpus({ ...corpus, recordings });
  let again = 0;
  await hearCorpus({ ...corpus, recordings }, () => again++);
  assert.equal(again, 0);
});

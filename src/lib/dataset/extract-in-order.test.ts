import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { encodeWav } from "../audio/encode-wav";
import { resample } from "../audio/resample";
import { fingerprint } from "../corpus/fingerprint";
import { inspectRecording } from "../corpus/health/inspect-recording";
import { loadRecording } from "../corpus/load-recording";
import { createFeatureSet } from "../features/feature-sets";
import type { Row } from "../features/row";
import { extractInOrder } from "./extract-in-order";

const refused = { name: "InputError", message: /^wav\/gone\.wav: the file is missing \(looked for / };

test("a recording that is not there is refused by name", async () => {
  const gone = { ...low, file: "wav/gone.wav", path: "/nowhere/wav/gone.wav" };
  const corpus = { root: folder, recordings: [gone] };
  await assert.rejects(
    extractInOrder(corpus, "logmel-v1", { workers: 1, cache: false }, () => {}),
    refused,
  );
  assert.throws(() => fingerprint(corpus), refused);
});

/** A recording of noise on disk. */
function noise(name: string, sampleRate: number) {
  const path = join(folder, name);
  const samples = Float32Array.from({ length: 0.3 * sampleRate }, (_, i) => 0.3 * Math.sin(i * i));
  writeFileSync(path, encodeWav(samples, sampleRate));
  const facts = inspectRecording({ file: name, path });
  return { file: name, path, speaker: "s", emotion: "joy", extra: {}, facts };
}

const folder = mkdtempSync(join(tmpdir(), "extract-in-order-"));
process.env.SER_CACHE = join(folder, "cache");
const [low, high, other] = [noise("a.wav", 16000), noise("b.wav", 44100), noise("c.wav", 16000)];

async function rowsOf(...recordings: (typeof low)[]): Promise<Row[]> {
  const rows: Row[] = [];
  const corpus = { root: folder, recordings };
  await extractInOrder(corpus, "librosa-v1", { workers: 1, cache: false }, (row) => rows.push(row));
  return rows;
}

test("recordings of another rate than most are resampled, as in prediction; of one rate all are taken as they are", async () => {
  const set = createFeatureSet("librosa-v1");
  const [native, resampled] = await rowsOf(low, high, other);
  assert.deepEqual(native, await set.extract(await loadRecording(low)));
  assert.deepEqual(resampled, await set.extract(resample(await loadRecording(high), 16000)));
  assert.deepEqual(await rowsOf(high), [await set.extract(await loadRecording(high))]);
});

test("the features of a piece are those of the cut file, to the bit, from the cache, too", async () => {
  const set = createFeatureSet("librosa-v1");
  const { samples, sampleRate } = await loadRecording(low);
  const cut = { samples: samples.slice(0.1 * sampleRate, 0.2 * sampleRate), sampleRate };
  const piece = { ...low, file: "a.wav#t=0.1,0.2", startSeconds: 0.1, endSeconds: 0.2 };
  const rest = { ...low, file: "a.wav#t=0.1", startSeconds: 0.1 };
  const rows: Row[] = [];
  for (const _ of ["extracted", "cached"]) {
    const corpus = { root: folder, recordings: [low, piece, rest] };
    await extractInOrder(corpus, "librosa-v1", { workers: 1 }, (row) => rows.push(row));
  }
  assert.deepEqual(rows[1], await set.extract(cut));
  assert.notDeepEqual(rows[2], rows[1]);
  assert.deepEqual(rows.slice(3), rows.slice(0, 3));
});

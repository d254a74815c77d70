import assert from "node:assert/strict";
import fs, { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { after, beforeEach, mock, test } from "node:test";
import { encodeWav } from "../audio/encode-wav";
import { requireHealthy } from "../corpus/health/require-healthy";
import { openCorpus } from "../corpus/open-corpus";
import { experiment, runExperiment } from "./experiment";
import { planExperiment } from "./experiment-plan";
import { corpusSubject } from "./experiment-subject";
import { resultsFolder } from "./run-folder";

const scratch = mkdtempSync(join(tmpdir(), "files-read-"));
const folder = join(scratch, "corpus");
const name = `test-files-read-${process.pid}`;
const files = Array.from({ length: 8 }, (_, i) => `${i}.wav`);
after(() => {
  rmSync(scratch, { recursive: true });
  rmSync(resultsFolder(name), { recursive: true, force: true });
});

/**
 * Noise that differs from file to file; the lengths are the same, as duplicates are looked for
 * among those.
 */
const noise = (seed: number) => Float32Array.from({ length: 1600 }, (_, t) => 0.3 * Math.sin(t * t + seed));

mkdirSync(folder);
for (const [i, file] of files.entries()) writeFileSync(join(folder, file), encodeWav(noise(i), 16000));
const rows = files.map((file, i) => `${file},${i % 2 ? "joy" : "anger"},s${i % 4}`);
writeFileSync(join(folder, "metadata.csv"), ["file,emotion,speaker", ...rows].join("\n"));
const parts = [files.slice(0, 4), files.slice(4)];
const foldsFile = join(scratch, "folds.json");
writeFileSync(foldsFile, JSON.stringify({ folds: parts.map((test_files, fold) => ({ fold, test_files })) }));

beforeEach(() => {
  process.env.SER_CACHE = mkdtempSync(join(scratch, "cache-"));
});

/**
 * How often each file below `scratch` was opened for a part of it, and how often it was read whole,
 * by its name.
 */
async function counted(work: () => Promise<unknown>) {
  const opened = new Map<string, number>();
  const read = new Map<string, number>();
  let isInside = false; // reading a whole file opens it, too
  const counting = (method: "openSync" | "readFileSync", counts: Map<string, number>) => {
    const original = fs[method] as (...args: unknown[]) => unknown;
    return mock.method(fs, method, (path: unknown, ...rest: unknown[]) => {
      const place = typeof path === "string" ? relative(scratch, path) : "";
      if (!isInside) counts.set(place, (counts.get(place) ?? 0) + 1);
      isInside = method === "readFileSync";
      try {
        return original(path, ...rest);
      } finally {
        isInside = false;
      }
    });
  };
  const mocks = [counting("openSync", opened), counting("readFileSync", read)];
  try {
    await work();
  } finally {
    for (const { mock: counter } of mocks) counter.restore();
  }
  const timesOf = (counts: Map<string, number>) => files.map((file) => counts.get(join("corpus", file)) ?? 0);
  return { headers: timesOf(opened), whole: timesOf(read), folds: read.get("folds.json") ?? 0 };
}

const healthy = async () =>
  requireHealthy(await openCorpus(folder, { name }), { purpose: "evaluate" }).corpus;

async function evaluate(out: string) {
  const choice = { model: "majority", folds: foldsFile };
  const plan = await planExperiment(corpusSubject(await healthy(), "librosa-v1"), choice);
  await runExperiment(plan, join(scratch, out), { workers: 1 });
}

const once = files.map(() => 1);
const never = files.map(() => 0);

test("one evaluation opens each file once for its header, reads it once for digest and samples, and makes the folds once", async () => {
  const { headers, whole, folds } = await counted(() => evaluate("first"));
  assert.deepEqual({ headers, whole, folds }, { headers: once, whole: once, folds: 1 });
});

test("a second evaluation of files that have long been there opens none of them", async (t) => {
  // Of a file that was changed a moment ago nothing is kept; the clock moves on, as the time of
  // change cannot be set.
  const later = Date.now() + 60_000;
  t.mock.method(Date, "now", () => later);
  await evaluate("second");
  const { headers, whole } = await counted(() => evaluate("third"));
  assert.deepEqual({ headers, whole }, { headers: never, whole: never });
});

test("a chapter of 17 experiments reads each file once", async () => {
  const { whole } = await counted(async () => {
    const corpus = await healthy();
    const options = { workers: 1 };
    for (let seed = 0; seed < 17; seed++)
      await experiment(corpus, "librosa-v1", { model: "majority", seed }, options);
    for (let seed = 0; seed < 17; seed++)
      await experiment(corpus, "librosa-v1", { model: "majority", seed }, options);
  });
  assert.deepEqual(whole, once);
});

import assert from "node:assert/strict";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { encodeWav } from "../audio/encode-wav";
import { requireHealthy } from "../corpus/health/require-healthy";
import { evaluatePlan } from "./experiment";
import { planExperiment } from "./experiment-plan";
import { corpusSubject, tableSubject } from "./experiment-subject";

const choice = { model: "majority" };

test("labels with names from Object's own are counted as any other", async () => {
  const recordings = ["constructor", "__proto__", "joy"].flatMap((emotion) =>
    ["s1", "s2"].map((speaker) => ({ file: `${emotion}-${speaker}.wav`, emotion, speaker })),
  );
  const rows = recordings.map((_, i) => Float64Array.of(i));
  const subject = tableSubject({ set: "toy.csv", columns: ["x"], recordings, rows });
  const { record } = await evaluatePlan(await planExperiment(subject, choice), { workers: 1 });
  assert.equal(JSON.stringify(record.corpus.emotions), '{"__proto__":2,"constructor":2,"joy":2}');
});

test("a run on several sample rates says so", async () => {
  const root = mkdtempSync(join(tmpdir(), "make-record-"));
  const recordings = [8000, 16000, 16000, 16000].map((rate, i) => {
    const path = join(root, `${i}.wav`);
    writeFileSync(
      path,
      encodeWav(
        Float32Array.from({ length: rate / 2 }, (_, t) => Math.sin(t * t)),
        rate,
      ),
    );
    return { file: `${i}.wav`, path, speaker: `s${i % 2}`, emotion: i < 2 ? "joy" : "anger", extra: {} };
  });
  const opened = { name: "mine", root, adapter: "manifest", synthetic: false, recordings };
  const { corpus } = requireHealthy(opened, { purpose: "evaluate" });
  const { record } = await evaluatePlan(await planExperiment(corpusSubject(corpus, "librosa-v1"), choice), {
    workers: 1,
    cache: false,
  });
  assert.equal(
    record.notes[0],
    "1 recording is at 8000 Hz, 3 are at 16000 Hz, and features of all are taken at 16000 Hz.",
  );
});

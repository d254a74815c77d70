import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { encodeWav } from "../lib/audio/encode-wav";
import { requireHealthy } from "../lib/corpus/health/require-healthy";
import { openCorpus } from "../lib/corpus/open-corpus";
import { writeTable } from "../lib/dataset/write-table";
import { projectRoot, writeFile } from "../lib/disk/paths";
import { queueState } from "../lib/jobs/queue/queue-state";
import { noRedis, RedisFixture } from "../lib/jobs/queue/redis.fixture";
import { random } from "../lib/numbers/random";
import { queueText } from "../lib/report/queue-text";
import { runExperiment } from "../lib/runs/experiment";
import { planExperiment } from "../lib/runs/experiment-plan";
import { corpusSubject } from "../lib/runs/experiment-subject";

const folder = mkdtempSync(join(tmpdir(), "work-"));
const files = ["table.csv", "vectors/run.json", "vectors/predictions.csv", "matrices/predictions.csv"];

describe("two workers on a queue", { skip: noRedis }, () => {
  const workers: ChildProcess[] = [];
  let redis: RedisFixture;
  after(async () => {
    for (const worker of workers) worker.kill("SIGKILL");
    await redis.kill();
  });

  test("a table and runs, of vectors and of matrices, have the bytes of those of one machine", async () => {
    process.env.SER_CACHE = join(folder, "cache");
    writeCorpus(join(folder, "corpus"));
    const here = join(folder, "here");
    await makeAll(here);

    process.env.SER_CACHE = join(folder, "shared-cache");
    redis = await RedisFixture.start();
    process.env.SER_QUEUE = redis.address;
    for (let i = 0; i < 2; i++) workers.push(startWorker());
    const there = join(folder, "there");
    await makeAll(there);
    for (const file of files)
      assert.ok(readFileSync(join(here, file)).equals(readFileSync(join(there, file))), file);
  });

  test("ser queue tells the machine's workers and what they have done", async () => {
    const { machines, ...counts } = await queueState(redis.address);
    assert.deepEqual(counts, { waiting: 0, running: 0, failed: [] });
    const [{ done }] = machines;
    assert.ok(done >= 11, "a few extractions, four folds of vectors and four of matrices");
    assert.deepEqual(machines, [{ machine: hostname(), workers: 2, running: 0, done }]);
    assert.match(queueText({ machines, ...counts }), /^0 waiting, 0 running, 0 failed\nmachine +workers /);
  });

  test("a worker that a scheduler ends does so in order", async () => {
    for (const worker of workers) {
      worker.kill("SIGTERM");
      assert.deepEqual(await once(worker, "exit"), [0, null]);
    }
  });
});

/** Four speakers with three recordings in each of two emotions: noise of two colours. */
function writeCorpus(path: string): void {
  const source = random(1);
  const rows = ["ann", "ben", "cem", "dia"].flatMap((speaker) =>
    ["anger", "sadness"].flatMap((emotion, e) =>
      [1, 2, 3].map((take) => {
        const file = `${speaker}-${emotion}${take}.wav`;
        let last = 0;
        const samples = Float32Array.from({ length: 4000 }, () => {
          last = 0.5 * e * last + 0.1 * source.normal();
          return last;
        });
        writeFile(join(path, file), encodeWav(samples, 16000));
        return `${file},${emotion},${speaker}\n`;
      }),
    ),
  );
  writeFile(join(path, "metadata.csv"), `file,emotion,speaker\n${rows.join("")}`);
}

/**
 * A table, a run on vectors normalised by speaker, a run on matrices: as far as the queue is
 * concerned, all there is.
 */
async function makeAll(out: string): Promise<void> {
  const opened = await openCorpus(join(folder, "corpus"));
  const { corpus } = requireHealthy(opened, { purpose: "evaluate" });
  await writeTable(corpus, "librosa-v1", join(out, "table.csv"));
  const vectors = corpusSubject(corpus, "librosa-v1");
  const choice = { model: "svm-linear", normalize: "speaker" } as const;
  await runExperiment(await planExperiment(vectors, choice), join(out, "vectors"));
  const matrices = corpusSubject(corpus, "logmel-v1");
  await runExperiment(await planExperiment(matrices, { model: "majority" }), join(out, "matrices"));
}

function startWorker(): ChildProcess {
  const ser = join(projectRoot, "scripts/ser.cjs");
  return spawn(process.execPath, [ser, "work", "--workers", "1"], { stdio: "ignore" });
}

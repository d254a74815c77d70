import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { encodeWav } from "../lib/audio/encode-wav";
import { requireHealthy } from "../lib/corpus/health/require-healthy";
import { openCorpus } from "../lib/corpus/open-corpus";
import { writeTable } from "../lib/dataset/write-table";
import { projectRoot, writeFile } from "../lib/disk/paths";
import { NetworkHost, noNetworkHosts } from "../lib/jobs/queue/network-host.fixture";
import { queueState } from "../lib/jobs/queue/queue-state";
import { noRedis, RedisFixture } from "../lib/jobs/queue/redis.fixture";
import { noSlurm, SlurmFixture } from "../lib/jobs/queue/slurm.fixture";
import { random } from "../lib/numbers/random";
import { queueText } from "../lib/report/queue-text";
import { runExperiment } from "../lib/runs/experiment";
import { planExperiment } from "../lib/runs/experiment-plan";
import { corpusSubject } from "../lib/runs/experiment-subject";

const folder = mkdtempSync(join(tmpdir(), "work-"));
const files = ["table.csv", "vectors/run.json", "vectors/predictions.csv", "matrices/predictions.csv"];

const workArguments = [join(projectRoot, "scripts/ser.cjs"), "work", "--workers", "1"];

describe("two workers on a queue", { skip: noRedis }, () => {
  const workers: ChildProcess[] = [];
  const told: string[] = [];
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
    for (let i = 0; i < 2; i++) workers.push(startWorker((text) => told.push(text)));
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

  test("workers tell where they take jobs and how long each took, and never the password", () => {
    const log = told.join("");
    assert.match(log, /takes jobs from redis:\/\/127\.0\.0\.1:\d+, 1 at a time/);
    assert.match(log, /^fold ann of svm-linear, 24 recordings: \d+\.\d s$/m);
    assert.doesNotMatch(log, /secret/);
  });

  test("a worker that a scheduler ends does so in order", async () => {
    for (const worker of workers) {
      worker.kill("SIGTERM");
      assert.deepEqual(await once(worker, "exit"), [0, null]);
    }
  });
});

describe("two hosts in networks of their own", { skip: noRedis ?? noNetworkHosts() }, () => {
  const hosts = [new NetworkHost(1), new NetworkHost(2)];
  const workers: ChildProcess[] = [];
  let redis: RedisFixture;
  after(async () => {
    for (const worker of workers) worker.kill("SIGKILL");
    for (const host of hosts) host.remove();
    await redis.kill();
  });

  test("give the bytes of one machine, and each says by its name what it has done", async () => {
    process.env.SER_CACHE = join(folder, "hosts-cache");
    redis = await RedisFixture.start();
    process.env.SER_QUEUE = redis.address;
    for (const host of hosts) {
      assert.ok(host.create());
      workers.push(host.start(workArguments, { SER_QUEUE: redis.addressAt(host.gateway) }));
    }
    while ((await queueState(redis.address)).machines.length < 2) await pause(50);
    await makeAll(join(folder, "hosts"));
    for (const file of files)
      assert.ok(readFileSync(join(folder, "here", file)).equals(readFileSync(join(folder, "hosts", file))));
    const { machines } = await queueState(redis.address);
    assert.deepEqual(
      machines.map(({ machine }) => machine),
      hosts.map(({ name }) => name),
    );
    assert.ok(machines.reduce((sum, { done }) => sum + done, 0) >= 11);
  });
});

describe("workers that Slurm starts", { skip: noRedis ?? noSlurm }, () => {
  let redis: RedisFixture | undefined;
  let slurm: SlurmFixture | undefined;
  after(async () => {
    await slurm?.stop();
    await redis?.kill();
  });

  test("two by deploy/workers.sbatch, give the bytes of one machine", async () => {
    process.env.SER_CACHE = join(folder, "slurm-cache");
    redis = await RedisFixture.start();
    process.env.SER_QUEUE = redis.address;
    slurm = await SlurmFixture.start();
    const small = ["--array=1-2", "--cpus-per-task=1", "--mem-per-cpu=100M", "--chdir", projectRoot];
    slurm.submit(join(projectRoot, "deploy/workers.sbatch"), small, process.env);
    await makeAll(join(folder, "slurm"));
    for (const file of files)
      assert.ok(readFileSync(join(folder, "here", file)).equals(readFileSync(join(folder, "slurm", file))));
    while ((await queueState(redis.address)).machines[0].workers < 2) await pause(50);
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

/** @param onLine gets what it tells */
function startWorker(onLine: (text: string) => void): ChildProcess {
  const worker = spawn(process.execPath, workArguments, { stdio: ["ignore", "ignore", "pipe"] });
  worker.stderr.on("data", (text) => onLine(String(text)));
  return worker;
}

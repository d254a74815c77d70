import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, type TestContext, test } from "node:test";
import { Queue } from "bullmq";
import { cacheId } from "../../disk/cache-id";
import { projectRoot } from "../../disk/paths";
import { runJobs } from "../run-jobs";
import { codeVersion } from "./code-version";
import { connectRedis } from "./connect-redis";
import { countBegun, type GateJob, gateTask, until } from "./gate.fixture";
import { type JobMessage, queueNames } from "./job-message";
import { queueState } from "./queue-state";
import { noRedis, RedisFixture } from "./redis.fixture";
import { takeJobs } from "./take-jobs";

describe("a queue of jobs", { skip: noRedis }, () => {
  let redis: RedisFixture;
  const children = new Set<ChildProcess>();

  before(async () => {
    redis = await RedisFixture.start();
    process.env.SER_QUEUE = redis.address;
    process.env.SER_CACHE = newFolder();
  });
  after(async () => {
    for (const child of children) child.kill("SIGKILL");
    await redis.kill();
  });

  function start(fixture: string, ...args: string[]): ChildProcess {
    const loader = join(projectRoot, "src/lib/jobs/typescript.cjs");
    const child = spawn(process.execPath, ["--require", loader, join(__dirname, fixture), ...args], {
      stdio: ["ignore", "inherit", "inherit"],
    });
    children.add(child);
    return child;
  }

  /**
   * @param lockSeconds after so long without a sign it is taken for dead: on a busy machine a
   *   living one, too
   */
  const startWorker = (lockSeconds = 60) => start("worker.fixture.ts", redis.address, String(lockSeconds));

  async function kill(child: ChildProcess): Promise<void> {
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }

  async function outputsOf(jobs: readonly GateJob[]): Promise<number[]> {
    const outputs: number[] = [];
    await runJobs(gateTask, jobs, {
      onDone: (output, index) => {
        outputs[index] = output;
      },
    });
    return outputs;
  }

  test("a killed worker's job is done by another", async () => {
    const [job] = gateJobs(1);
    const worker = startWorker(1);
    const outputs = outputsOf([job]);
    await until(() => countBegun(job.begun) === 1);
    await kill(worker);
    open(job);
    const other = startWorker(1);
    assert.deepEqual(await outputs, [2]);
    assert.ok(countBegun(job.begun) >= 2);
    await kill(other);
  });

  test("who asks again after being killed finds what is done, and nothing is done twice", async () => {
    const jobs = gateJobs(4);
    const worker = startWorker();
    const asker = start("asker.fixture.ts", JSON.stringify(jobs));
    await until(() => countBegun(jobs[0].begun) === 2);
    await kill(asker);
    open(jobs[0]);
    assert.deepEqual(await outputsOf(jobs), [2, 4, 6, 8]);
    assert.equal(countBegun(jobs[0].begun), 4);
    await kill(worker);
  });

  test("a Redis that crashed and came back goes on where it was", async (t) => {
    quiet(t);
    const jobs = gateJobs(3);
    const worker = startWorker();
    const outputs = outputsOf(jobs);
    await until(() => countBegun(jobs[0].begun) === 2);
    await redis.kill();
    await redis.start();
    open(jobs[0]);
    assert.deepEqual(await outputs, [2, 4, 6]);
    await kill(worker);
  });

  test("a job that fails three times is told by its name, the others are done; asked for again, it is tried again", async () => {
    const jobs = gateJobs(3);
    open(jobs[0]);
    const worker = startWorker();
    const withFailing = jobs.map((job) => (job.value === 2 ? { ...job, fails: true } : job));
    await assert.rejects(outputsOf(withFailing), {
      name: "InputError",
      message: /^job 2: value=2 must not fail \(.+\)\n2 of 3 jobs are done and kept: mend these, and run the/,
    });
    assert.equal(countBegun(jobs[0].begun), 5);
    const { failed } = await queueState(redis.address);
    assert.deepEqual(
      failed.map(({ name }) => name),
      ["job 2"],
    );
    await assert.rejects(outputsOf([withFailing[1]]), /^InputError: job 2/);
    assert.equal(countBegun(jobs[0].begun), 8);
    await kill(worker);
  });

  const own = () => ({ code: codeVersion(), cache: cacheId() });
  const refused: readonly [string, () => Partial<JobMessage>, RegExp][] = [
    [
      "of another version",
      () => ({ code: "0.0.1, Node 20" }),
      /^the jobs are of version 0\.0\.1, Node 20, this /,
    ],
    [
      "with another cache folder",
      () => ({ cache: "other" }),
      /^the cache folder .+ is not the one that the jobs/,
    ],
    [
      "that does not see a recording",
      () => ({ reference: { name: "job", audio: { root: "/nowhere", files: ["a.wav"] } } }),
      /^\/nowhere\/a\.wav is not to be seen here; name the corpus's folder with --audio-root$/,
    ],
  ];
  for (const [what, change, message] of refused) {
    test(`a worker ${what} says so and takes nothing`, async () => {
      const connection = await connectRedis(redis.address);
      const queue = new Queue(queueNames.name, { connection, prefix: queueNames.prefix });
      const [job] = gateJobs(1);
      const data = { ...own(), module: "src/lib/jobs/queue/gate.fixture.ts", reference: job, ...change() };
      await queue.add("job", data);
      await assert.rejects(takeJobs(redis.address, { workers: 2 }), { name: "InputError", message });
      assert.equal(await queue.getWaitingCount(), 1);
      assert.equal(countBegun(job.begun), 0);
      await queue.drain();
      await queue.close();
      connection.disconnect();
    });
  }

  test("audio that lies elsewhere on this machine is seen there, and a worker ends when the queue is empty", async () => {
    const [job] = gateJobs(1);
    open(job);
    const audioRoot = newFolder();
    writeFileSync(join(audioRoot, "a.wav"), "");
    const outputs = outputsOf([{ ...job, audio: { root: "/nowhere", files: ["a.wav"] } }]);
    const done = takeJobs(redis.address, { workers: 1, audioRoot, untilEmptySeconds: 0.5 });
    assert.deepEqual(await outputs, [2]);
    assert.equal(await done, 1);
  });

  test("no password is shown", async () => {
    const wrong = redis.address.replace("secret", "geheim");
    await assert.rejects(queueState(wrong), (error: Error) => {
      return /^redis:\/\/127\.0\.0\.1:\d+ cannot be used \(WRONGPASS/.test(error.message);
    });
  });
});

/** Jobs 1, 2, ... that begin in one file and pass one gate. */
function gateJobs(count: number): GateJob[] {
  const folder = newFolder();
  const paths = { begun: join(folder, "begun"), gate: join(folder, "gate") };
  return Array.from({ length: count }, (_, i) => ({ name: `job ${i + 1}`, value: i + 1, ...paths }));
}

function open({ gate }: GateJob): void {
  writeFileSync(gate as string, "");
}

function newFolder(): string {
  return mkdtempSync(join(tmpdir(), "queue-"));
}

function quiet(t: TestContext): void {
  t.mock.method(console, "error", () => {});
}

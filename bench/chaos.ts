import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { projectRoot } from "../src/lib/disk/paths";
import { random } from "../src/lib/numbers/random";

/*
 * Twenty kills at random moments (of a worker, of the one who asks, of Redis), after each of which
 * what was killed is started again; then the run is compared with that of one machine, byte by
 * byte.
 *
 *     node --require ./src/lib/jobs/typescript.cjs bench/chaos.ts --corpus DIR [--kills 20 --seed 1 --port 7399]
 */
const { values } = parseArgs({
  options: {
    corpus: { type: "string", default: join(projectRoot, "data/synthetic") },
    kills: { type: "string", default: "20" },
    port: { type: "string", default: "7399" },
    seed: { type: "string", default: "1" },
  },
});
const { corpus, port } = values;
const kills = Number(values.kills);
const source = random(Number(values.seed));
const folder = mkdtempSync(join(tmpdir(), "chaos-"));
const evaluate = ["evaluate", "--corpus", corpus, "--features", "egemaps-v02", "--model", "svm-rbf"];

type Victim = "worker" | "asker" | "redis";

function ser(args: readonly string[], environment: Record<string, string>): ChildProcess {
  const env = { ...process.env, ...environment };
  return spawn(process.execPath, [join(projectRoot, "scripts/ser.cjs"), ...args], { env, stdio: "ignore" });
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

/** With a log of all changes, which it reads when it is started again. */
async function startRedis(): Promise<ChildProcess> {
  const settings = ["--port", port, "--dir", folder, "--save", "", "--appendonly", "yes"];
  const redis = spawn("redis-server", settings, { stdio: ["ignore", "pipe", "inherit"] });
  for await (const text of redis.stdout) if (/Ready to accept connections/.test(String(text))) break;
  return redis;
}

async function main(): Promise<void> {
  const alone = ser([...evaluate, "--out", join(folder, "here")], { SER_CACHE: join(folder, "cache") });
  await once(alone, "exit");

  let redis = await startRedis();
  const environment = { SER_QUEUE: `redis://127.0.0.1:${port}`, SER_CACHE: join(folder, "shared") };
  const startWorker = () => ser(["work", "--workers", "1"], environment);
  const startAsker = () => ser([...evaluate, "--out", join(folder, "there")], environment);
  const workers = [startWorker(), startWorker()];
  let asker = startAsker();
  const killed: Record<Victim, number> = { worker: 0, asker: 0, redis: 0 };
  const start = performance.now();
  for (let i = 0; i < kills && asker.exitCode === null; i++) {
    await pause(500 + 4500 * source.uniform());
    const victim = (["worker", "worker", "asker", "redis"] as const)[Math.floor(4 * source.uniform())];
    killed[victim]++;
    if (victim === "redis") {
      await kill(redis);
      redis = await startRedis();
    } else if (victim === "asker") {
      await kill(asker);
      asker = startAsker();
    } else {
      const which = Math.floor(2 * source.uniform());
      await kill(workers[which]);
      workers[which] = startWorker();
    }
  }
  if (asker.exitCode === null) await once(asker, "exit");
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  for (const worker of workers) await kill(worker);
  await kill(redis);
  const same = ["run.json", "predictions.csv"].every((file) =>
    readFileSync(join(folder, "here", file)).equals(readFileSync(join(folder, "there", file))),
  );
  console.log(JSON.stringify({ killed, exitCode: asker.exitCode, seconds, same }));
  process.exitCode = same ? 0 : 1;
}

void main();

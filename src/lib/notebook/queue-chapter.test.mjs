import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, test } from "node:test";
import { root } from "../../../scripts/setup/step.mjs";
import { scratchFolder, writeNotebook } from "./notebook.fixture.mjs";

const require = createRequire(import.meta.url);
require("../jobs/typescript.cjs");
const { noRedis, RedisFixture } = require("../jobs/queue/redis.fixture.ts");
const { encodeWav } = require("../audio/encode-wav.ts");
const { random } = require("../numbers/random.ts");

const folder = scratchFolder("queue-chapter");
const name = `test-queue-chapter-${process.pid}`;
const results = join(root, "results", name);
after(() => {
  for (const path of [folder, results]) rmSync(path, { recursive: true, force: true });
});

test("a chapter that hands its jobs to a queue is written with the same bytes", {
  skip: noRedis,
}, async () => {
  const corpus = writeCorpus();
  writeNotebook(join(folder, "01_run.ipynb"), [
    'let corpus = "";\nlet seed = 0;\nlet name = "";\nlet skipBad = false;',
    'import { openChapter } from "./src/lib/notebook/open-chapter";\nimport { experiment } from "./src/lib/runs/experiment";\nconst { say, progress, ...chapter } = await openChapter({ corpus, name, seed, skipBad });',
    'const run = await experiment(chapter.corpus, "librosa-v1", { model: "lda" }, { onProgress: progress("lda") });\nsay(String(run.record.metrics.uar.value));',
  ]);
  const here = await render(corpus, { SER_CACHE: join(folder, "here") });
  const redis = await RedisFixture.start();
  const shared = { SER_CACHE: join(folder, "there"), SER_QUEUE: redis.address };
  const worker = ser(["work", "--workers", "1"], shared);
  assert.ok(here.equals(await render(corpus, shared)));
  worker.kill("SIGTERM");
  await once(worker, "exit");
  await redis.kill();
});

/** Three speakers with four recordings in each of two emotions: noise of two levels. */
function writeCorpus() {
  const source = random(1);
  const rows = ["ann", "ben", "cem"].flatMap((speaker) =>
    ["anger", "sadness"].flatMap((emotion, e) =>
      [1, 2, 3, 4].map((take) => {
        const file = `${speaker}-${emotion}${take}.wav`;
        const samples = Float32Array.from({ length: 4000 }, () => (0.2 - 0.1 * e) * source.normal());
        writeFileSync(join(folder, file), encodeWav(samples, 16000));
        return `${file},${emotion},${speaker}\n`;
      }),
    ),
  );
  const manifest = join(folder, "metadata.csv");
  writeFileSync(manifest, `file,emotion,speaker\n${rows.join("")}`);
  return manifest;
}

/** The bytes of the chapter. */
async function render(corpus, environment) {
  rmSync(results, { recursive: true, force: true });
  const made = join(folder, "made.ipynb");
  const program = join(root, "src/lib/notebook/run-notebook.cjs");
  const parameters = { NB_PARAMS: JSON.stringify({ corpus, name }) };
  const child = start([program, join(folder, "01_run.ipynb"), made], { ...environment, ...parameters });
  assert.deepEqual(await once(child, "exit"), [0, null]);
  return readFileSync(made);
}

function ser(args, environment) {
  return start([join(root, "scripts/ser.cjs"), ...args], environment);
}

function start(args, environment) {
  return spawn(process.execPath, args, {
    env: { ...process.env, ...environment },
    stdio: ["ignore", "ignore", "inherit"],
  });
}

// npm test [-- FILE...]: set-up, then the checks and every test file, or the named ones.
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { foreground } from "./setup/foreground.mjs";
import { setUp } from "./setup/set-up.mjs";
import { root } from "./setup/step.mjs";

const testsIn = (folder) =>
  readdirSync(join(root, folder), { recursive: true })
    .filter((name) => /\.test\.(ts|mjs)$/.test(name))
    .map((name) => join(folder, name));

/** Those that run chapters. */
const isLong = (file) => file.endsWith(".test.mjs");

/** Long ones first, so that no single file holds the end up. */
const longFirst = (files) => files.sort((a, b) => isLong(b) - isLong(a));

await setUp();
const named = process.argv.slice(2).map((path) => relative(root, resolve(process.env.INIT_CWD ?? "", path)));
const files = named.length > 0 ? named : longFirst(["scripts", "src", "bench", "deploy"].flatMap(testsIn));
const runner = [
  "--require",
  "./src/lib/jobs/typescript.cjs",
  "--test",
  "--test-concurrency=2",
  "--test-reporter=spec",
];
/** What tests leave in the folder for temporary files goes with it. */
const scratch = mkdtempSync(join(tmpdir(), "ser-tests-"));
const env = { ...process.env, TMPDIR: scratch };
process.exitCode = await foreground(process.execPath, [...runner, ...files], { env });
rmSync(scratch, { recursive: true, force: true });

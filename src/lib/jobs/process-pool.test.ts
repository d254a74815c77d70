import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, type TestContext, test } from "node:test";
import { InputError } from "../check";
import diesFirst from "./dies-first.fixture";
import { runJobs } from "./run-jobs";
import squareRoot from "./square-root.fixture";

const folder = mkdtempSync(join(tmpdir(), "jobs-"));
after(() => rmSync(folder, { recursive: true }));
const isolation = "process" as const;
const dying = { module: join(__dirname, "dies-first.fixture.ts"), run: diesFirst, isolation };
const living = { module: join(__dirname, "square-root.fixture.ts"), run: squareRoot, isolation };

test("a job whose process crashes is started again and told, and the others do not feel it", async (t) => {
  const told = standardError(t);
  const inputs = [0, 1, 0].map((deaths, i) => ({ file: join(folder, `once-${i}`), deaths, value: i + 1 }));
  const outputs: number[] = [];
  await runJobs(dying, inputs, {
    workers: 2,
    onDone: (output, index) => {
      outputs[index] = output;
    },
  });
  assert.deepEqual(outputs, [2, 4, 6]);
  assert.deepEqual(told(), [
    "warning: a job of dies-first.fixture.ts ended its process by SIGSEGV, it is started again (1 of 2)\n",
  ]);
});

test("a job that kills three processes ends the run with one sentence", async (t) => {
  const told = standardError(t);
  const file = join(folder, "always");
  await assert.rejects(runJobs(dying, [{ file, deaths: Infinity, value: 1 }], { workers: 2 }), (error) => {
    return error instanceof InputError && /by SIGSEGV 3 times/.test(error.message);
  });
  assert.equal(readFileSync(file, "utf8"), "xxx");
  assert.equal(told().length, 2);
});

test("in processes a refused input stays an InputError with its sentence", async () => {
  await assert.rejects(runJobs(living, [1, -1], { workers: 2 }), (error) => {
    return error instanceof InputError && error.message === "value=-1 must not be negative";
  });
});

test("processes tell the steps of their jobs", async () => {
  const steps: unknown[] = [];
  await runJobs(living, [9, 16], { workers: 2, onStep: (...step) => void steps.push(step) });
  assert.deepEqual(steps.sort(), [
    [16, 1, 2, "begun"],
    [9, 1, 2, "begun"],
  ]);
});

test("in processes what a job throws keeps its class and its sentence", async () => {
  const missing = { ...living, module: join(folder, "missing.ts") };
  await assert.rejects(runJobs(missing, [1], { workers: 2 }), /Cannot find module/);
});

/** Keeps what is written to the standard error instead of showing it. */
function standardError(t: TestContext): () => string[] {
  const { mock } = t.mock.method(process.stderr, "write", () => true);
  return () => mock.calls.map((call) => String(call.arguments[0]));
}

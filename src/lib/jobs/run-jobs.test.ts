import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { InputError } from "../check";
import { runJobs } from "./run-jobs";
import squareRoot from "./square-root.fixture";

const task = { module: join(__dirname, "square-root.fixture.ts"), run: squareRoot };
const inputs = [0, 1, 4, 9, 16, 25];

for (const workers of [1, 2]) {
  test(`${workers} worker(s): every output arrives at its input's index`, async () => {
    const outputs: number[] = [];
    await runJobs(task, inputs, {
      workers,
      onDone: (output, index) => {
        outputs[index] = output;
      },
    });
    assert.deepEqual(outputs, [0, 1, 2, 3, 4, 5]);
  });

  test(`${workers} worker(s): a refused input stays an InputError with its sentence`, async () => {
    await assert.rejects(runJobs(task, [1, -1], { workers }), (error) => {
      return error instanceof InputError && error.message === "value=-1 must not be negative";
    });
  });
}

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Classifier } from "../../models/classifier";
import type { Matrix } from "../../numbers/matrix";
import { deletionCurve } from "./deletion-curve";
import { occlusion } from "./occlusion";

/** Sure of "loud" by the value of one cell alone. */
const watchesOneCell = {
  labels: ["loud", "soft"],
  predict: async (rows: readonly Matrix[]) =>
    rows.map(({ data, columns }) => {
      const loud = data[5 * columns + 3];
      return { label: loud > 0.5 ? "loud" : "soft", probabilities: [loud, 1 - loud] };
    }),
} as unknown as Classifier<Matrix>;

const row: Matrix = { rows: 10, columns: 6, data: new Float32Array(60).fill(0.75) };
const cells = { cellFrames: 2, cellBands: 2 };

test("the map is strongest where the decision hangs, fades around it, and is empty elsewhere", async () => {
  const map = await occlusion(watchesOneCell, row, "loud", cells);
  assert.equal(map.probability, 0.75);
  const quarters = map.loss.map((over) => over.map((loss) => (4 * loss) / 0.75));
  assert.deepEqual(quarters, [
    [0, 0, 0],
    [1, 2, 1],
    [2, 4, 2],
    [1, 2, 1],
    [0, 0, 0],
  ]);
});

test("what matters most, hidden first, turns the decision at once, and hidden last at the end", async () => {
  const map = await occlusion(watchesOneCell, row, "loud", cells);
  const { hidden, mostFirst, leastFirst, flipsAt } = await deletionCurve(watchesOneCell, row, map);
  assert.deepEqual([mostFirst[0], leastFirst[0], flipsAt], [0.75, 0.75, 0.05]);
  assert.ok(mostFirst.slice(1).every((probability) => probability === 0));
  assert.deepEqual(
    leastFirst.map((probability) => probability > 0),
    hidden.map((part) => part < 1),
  );
});

test("a decision that no cell carries alone is never called turned by hiding none", async () => {
  const map = await occlusion(watchesOneCell, row, "loud", cells);
  const stubborn = {
    labels: ["loud", "soft"],
    predict: async (rows: readonly Matrix[]) =>
      rows.map(() => ({ label: "loud", probabilities: [0.9, 0.1] })),
  } as unknown as Classifier<Matrix>;
  assert.equal((await deletionCurve(stubborn, row, map)).flipsAt, undefined);
});

test("the row itself stays as it is", async () => {
  await occlusion(watchesOneCell, row, "soft");
  assert.ok(row.data.every((value) => value === 0.75));
});

test("a label that the model does not know is refused", async () => {
  await assert.rejects(occlusion(watchesOneCell, row, "calm"), /label="calm" must be one of loud, soft/);
});

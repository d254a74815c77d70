import assert from "node:assert/strict";
import { test } from "node:test";
import type { Classifier } from "../../models/classifier";
import type { Matrix } from "../../numbers/matrix";
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

test("hiding the patch that the decision hangs on takes its probability away, hiding any other nothing", async () => {
  const map = await occlusion(watchesOneCell, row, "loud", { patchFrames: 4, patchBands: 2 });
  assert.equal(map.probability, 0.75);
  assert.deepEqual([map.loss.length, map.loss[0].length], [3, 3]);
  assert.deepEqual(map.loss, [
    [0, 0, 0],
    [0, 0.75, 0],
    [0, 0, 0],
  ]);
});

test("the row itself stays as it is", async () => {
  await occlusion(watchesOneCell, row, "soft");
  assert.ok(row.data.every((value) => value === 0.75));
});

test("a label that the model does not know is refused", async () => {
  await assert.rejects(occlusion(watchesOneCell, row, "calm"), /label="calm" must be one of loud, soft/);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { createFeatureSet } from "./feature-sets";

const tone = {
  sampleRate: 16000,
  samples: Float32Array.from({ length: 16000 }, (_, i) => 0.3 * Math.sin(0.2 * i)),
};

test("a joint set has the columns and values of its parts, in their order", async () => {
  const names = ["egemaps-v02", "librosa-v1"];
  const joint = createFeatureSet(names.join("+"));
  const parts = names.map((name) => createFeatureSet(name));
  assert.ok(joint.kind === "vector");
  assert.equal(joint.name, "egemaps-v02+librosa-v1");
  assert.deepEqual(
    joint.columns,
    parts.flatMap(({ columns }) => columns),
  );
  assert.deepEqual(joint.blocks, [88, 180]);
  const rows = await Promise.all(parts.map((set) => set.extract(tone) as Promise<Float64Array>));
  assert.deepEqual(
    [...(await joint.extract(tone))],
    rows.flatMap((row) => [...row]),
  );
});

test("matrices and columns of the same name are not joined", () => {
  assert.throws(() => createFeatureSet("librosa-v1+logmel-v1"), /logmel-v1 gives a matrix per recording/);
  assert.throws(() => createFeatureSet("librosa-v1+librosa-v1"), /has the column mfcc0 twice/);
  assert.throws(() => createFeatureSet("librosa-v1+nothing"), /features="nothing" is unknown/);
});

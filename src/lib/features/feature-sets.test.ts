import assert from "node:assert/strict";
import { test } from "node:test";
import { UsageError } from "../check";
import { createFeatureSet, featureSetNames } from "./feature-sets";

const sizes = { "egemaps-v02": 88, "librosa-v1": 180, "logmel-v1": 64, "meyda-v1": 140 };

for (const [name, columns] of Object.entries(sizes)) {
  test(`${name} has ${columns} columns of different names`, () => {
    const set = createFeatureSet(name);
    assert.equal(set.name, name);
    assert.equal(new Set(set.columns).size, columns);
    assert.ok(featureSetNames.includes(name));
  });
}

test("an unknown set is wrong usage that lists the names", () => {
  for (const name of ["mfcc", "constructor", ""]) {
    assert.throws(
      () => createFeatureSet(name),
      (error: Error) =>
        error instanceof UsageError &&
        error.message.startsWith(`features="${name}" is unknown`) &&
        error.message.includes("librosa-v1, logmel-v1"),
    );
  }
});

test("two thousand joined sets are refused at once", () => {
  const name = Array(2000).fill("librosa-v1").join("+");
  assert.throws(() => createFeatureSet(name), /^UsageError: 2000 feature sets are joined, at most 16 can be/);
});

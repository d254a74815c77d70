import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as tf from "@tensorflow/tfjs";
import { createNetwork } from "./create-network";

before(() => tf.setBackend("cpu"));

test("plain JavaScript trains shorter, never longer than was asked for", () => {
  const settingsOf = (given: Record<string, number>) => createNetwork("mlp", given).save().settings;
  const [longer, shorter] = [settingsOf({ epochs: 100, members: 3 }), settingsOf({ epochs: 1 })];
  assert.deepEqual([longer.epochs, longer.members], [20, 1]);
  assert.deepEqual([shorter.epochs, shorter.members], [1, 1]);
});

for (const option of ["epochs", "members", "batchSize"]) {
  test(`${option} of 0 or a part of one are refused`, () => {
    for (const value of [0, 1.5]) {
      assert.throws(() => createNetwork("cnn", { [option]: value }), {
        name: "InputError",
        message: `${option}=${value} must be a whole number of at least 1`,
      });
    }
  });
}

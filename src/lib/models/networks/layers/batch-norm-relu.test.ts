import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as tf from "@tensorflow/tfjs";
import { nodeBackend } from "../../../loading/node-backend";
import { random } from "../../../numbers/random";
import { batchNormRelu } from "./batch-norm-relu";

before(nodeBackend);

const source = random("batch norm");
const values = (size: number) => Float32Array.from({ length: size }, () => 3 + 2 * source.normal());
const x = values(2 * 5 * 4 * 3);
const direction = values(x.length);
const weights = { "a.scale": values(3), "a.shift": values(3) };

/** The same with the library's own operations and their derivatives. */
function plain(map: tf.Tensor4D, scale: tf.Tensor, shift: tf.Tensor): tf.Tensor4D {
  const { mean, variance } = tf.moments(map, [0, 1, 2]);
  const normal = tf.div(tf.sub(map, mean), tf.sqrt(tf.add(variance, 1e-3)));
  return tf.relu(tf.add(tf.mul(normal, scale), shift)) as tf.Tensor4D;
}

test("value and slopes are those of the formula, the statistics are handed over", () => {
  const seen: number[][] = [];
  const observe = (_: string, ...both: Float32Array[]) => {
    seen.push(...both.map((values) => [...values]));
  };
  const inputs = () => [
    tf.tensor4d(x, [2, 5, 4, 3]),
    tf.tensor1d(weights["a.scale"]),
    tf.tensor1d(weights["a.shift"]),
  ];
  const dy = () => tf.tensor4d(direction, [2, 5, 4, 3]);
  const ours = tf.valueAndGrads((map: tf.Tensor, scale: tf.Tensor, shift: tf.Tensor) =>
    batchNormRelu(map as tf.Tensor4D, "a", { "a.scale": scale, "a.shift": shift }, observe),
  )(inputs(), dy());
  const theirs = tf.valueAndGrads((map: tf.Tensor, scale: tf.Tensor, shift: tf.Tensor) =>
    plain(map as tf.Tensor4D, scale, shift),
  )(inputs(), dy());
  const pairs = [ours.value, ...ours.grads].map((tensor, i) => [tensor, [theirs.value, ...theirs.grads][i]]);
  for (const [mine, other] of pairs) {
    const largest = tf.max(tf.abs(tf.sub(mine, other))).dataSync()[0];
    assert.ok(largest < 1e-4, `differs by ${largest}`);
  }
  assert.ok(
    Math.abs(seen[0][0] - x.filter((_, i) => i % 3 === 0).reduce((sum, v) => sum + v, 0) / 40) < 1e-5,
  );
});

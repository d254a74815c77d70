import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as tf from "@tensorflow/tfjs";
import { nodeBackend } from "../../loading/node-backend";
import { random } from "../../numbers/random";
import { mlp } from "./mlp";
import { NetworkClassifier } from "./network-classifier";

before(nodeBackend);

/** Two clouds, one around +1 and one around -1; four speakers in turn. */
function clouds(count: number) {
  const source = random("clouds");
  const labels = Array.from({ length: count }, (_, i) => (i % 2 ? "sadness" : "anger"));
  const rows = labels.map((label) =>
    Float64Array.from({ length: 5 }, () => source.normal() + (label === "anger" ? 1 : -1)),
  );
  const speakers = labels.map((_, i) => `s${(i >> 1) % 4}`);
  return { rows, labels, speakers };
}
const { rows, labels, speakers } = clouds(80);
const fit = (seed: number, options = {}) =>
  new NetworkClassifier(mlp({ epochs: 10, hidden: [8], peakRate: 0.02, members: 2, ...options })).fit(
    rows,
    labels,
    {
      seed,
      speakers,
    },
  );

test("it learns, and its probabilities sum to one in the order of its sorted labels", async () => {
  const model = await fit(0);
  assert.deepEqual(model.labels, ["anger", "sadness"]);
  const predictions = await model.predict(rows);
  assert.ok(predictions.filter(({ label }, i) => label === labels[i]).length > 72);
  for (const { label, probabilities } of predictions) {
    assert.ok(Math.abs(probabilities[0] + probabilities[1] - 1) < 1e-6);
    assert.equal(label, model.labels[probabilities[0] >= probabilities[1] ? 0 : 1]);
  }
});

test("the same seed gives the same bytes, another seed others; a second fit forgets the first", async () => {
  const first = await fit(1);
  const weights = JSON.stringify(first.save());
  await first.fit(rows.slice(0, 40), labels.slice(0, 40), { seed: 5, speakers: speakers.slice(0, 40) });
  assert.notEqual(JSON.stringify(first.save()), weights);
  await first.fit(rows, labels, { seed: 1, speakers });
  assert.equal(JSON.stringify(first.save()), weights);
  assert.notEqual(JSON.stringify((await fit(2)).save()), weights);
});

test("what was saved predicts the same to the bit", async () => {
  const model = await fit(0);
  const restored = NetworkClassifier.restore(mlp({ hidden: [8], members: 2 }), model.save());
  assert.deepEqual(await restored.predict(rows), await model.predict(rows));
});

test("no tensor outlives fit and predict", async () => {
  const before = tf.memory().numTensors;
  await (await fit(0)).predict(rows);
  assert.equal(tf.memory().numTensors, before);
});

test("history has a loss per epoch, and an inner UAR where speakers are held out", async () => {
  const notes: string[] = [];
  const model = await new NetworkClassifier(mlp({ epochs: 4, innerShare: 0.25, members: 2 })).fit(
    rows,
    labels,
    {
      seed: 0,
      speakers,
      onProgress: (done, total, note) => notes.push(`${done}/${total} ${note}`),
    },
  );
  assert.equal(model.history?.loss.length, 4);
  assert.equal(model.history?.innerUar?.length, 4);
  assert.match(notes[7], /^8\/8 network 2 of 2, epoch 4, loss \d\.\d\d, inner UAR \d\.\d\d$/);
  assert.equal((await fit(0)).history?.innerUar, undefined);
});

test("bad rows are refused by number", async () => {
  const model = await fit(0);
  await assert.rejects(model.predict([Float64Array.of(1, 2)]), /row 0 has 2 columns, the model takes 5/);
  await assert.rejects(
    model.predict([Float64Array.of(1, 2, 3, 4, Number.NaN)]),
    /row 0 has a value that is not/,
  );
  await assert.rejects(new NetworkClassifier(mlp()).predict(rows), /the mlp has not been fitted/);
});

import assert from "node:assert/strict";
import { before, test } from "node:test";
import * as tf from "@tensorflow/tfjs";
import { nodeBackend } from "../../loading/node-backend";
import { random } from "../../numbers/random";
import { cnn } from "./cnn";
import { createNetwork, restoreNetwork } from "./create-network";
import { crnnAttention } from "./crnn-attention";
import { NetworkClassifier } from "./network-classifier";
import { toneRecordings } from "./tone-recordings.fixture";
import { parameterCount } from "./weights";

before(nodeBackend);

const { rows, labels, speakers } = toneRecordings(32);
const schedule = { epochs: 6, members: 1, batchSize: 4, peakRate: 0.01, cropFrames: 60 };
const small = {
  cnn: { ...schedule, channels: [8, 8, 16], peakRate: 0.02 },
  "crnn-attention": { ...schedule, units: 16 },
};
const augmentation = { speed: 0.1, bands: 2, level: 0.2, snrDb: 10 };

for (const name of ["cnn", "crnn-attention"] as const) {
  test(`${name} learns which band is bright, over recordings of any duration`, async () => {
    const model = await createNetwork(name, small[name]).fit(rows, labels, { seed: 0, speakers });
    const predictions = await model.predict(rows);
    assert.ok(predictions.filter(({ label }, i) => label === labels[i]).length >= 30);
    const [one] = await model.predict([{ rows: 1, columns: 64, data: new Float32Array(64) }]);
    assert.ok(one.probabilities.every(Number.isFinite));
  });

  test(`${name}: same seed, same bytes, augmentation and mixup included; restored it predicts the same`, async () => {
    const options = { ...small[name], epochs: 2, members: 2, mixup: 0.2, augmentation };
    const fit = () => createNetwork(name, options).fit(rows, labels, { seed: 3, speakers });
    const [first, second] = [await fit(), await fit()];
    assert.equal(JSON.stringify(first.save()), JSON.stringify(second.save()));
    assert.deepEqual(await restoreNetwork(first.save()).predict(rows), await first.predict(rows));
  });
}

test("prediction holds the tensors of one recording at a time", async () => {
  const network = cnn({ ...small.cnn, epochs: 1 });
  const seen: number[] = [];
  const scores: typeof network.scores = (weights, input, training) => {
    if (!training) seen.push(tf.memory().numTensors);
    return network.scores(weights, input, training);
  };
  const model = new NetworkClassifier({ ...network, scores });
  await (await model.fit(rows, labels, { seed: 0, speakers })).predict(rows);
  assert.equal(seen.length, rows.length);
  assert.ok(seen[rows.length - 1] - seen[0] < rows.length, "no more is left of a recording than its output");
});

test("the default networks have the sizes that their documentation tells", () => {
  assert.equal(parameterCount(cnn().initialise(64, 4, random(0))), 24164);
  assert.equal(parameterCount(crnnAttention().initialise(64, 4, random(0))), 50629);
});

test("an option that a network does not have is refused", () => {
  assert.throws(
    () => createNetwork("cnn", { epoch: 3 }),
    /cnn has no option "epoch"; it has epochs, batchSize/,
  );
});

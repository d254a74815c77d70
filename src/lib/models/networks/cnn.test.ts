import assert from "node:assert/strict";
import { before, test } from "node:test";
import type { Matrix } from "../../frames/matrix";
import { random } from "../../random";
import { nodeBackend } from "../node-backend";
import { cnn } from "./cnn";
import { NetworkClassifier } from "./network-classifier";
import { parameterCount } from "./weights";

before(nodeBackend);

/** Noise with a bright band low ("low") or high ("high"), from half a second to six seconds long. */
function toneRecordings(count: number) {
  const source = random("tones");
  const labels = Array.from({ length: count }, (_, i) => (i % 2 ? "low" : "high"));
  const rows = labels.map((label) =>
    tone(label === "low" ? 12 : 44, 50 + source.integer(550), source.normal),
  );
  return { rows, labels, speakers: labels.map((_, i) => `s${(i >> 1) % 4}`) };
}

function tone(band: number, frames: number, noise: () => number): Matrix {
  const data = Float32Array.from({ length: frames * 64 }, (_, i) => {
    return 0.5 * noise() + (Math.abs((i % 64) - band) < 3 ? 1 : 0);
  });
  return { rows: frames, columns: 64, data };
}

const { rows, labels, speakers } = toneRecordings(32);
const options = { epochs: 6, channels: [4, 4, 8], batchSize: 8, peakRate: 0.02 };
const augmentation = { speed: 0.1, bands: 2, level: 0.2, snrDb: 10 };

test("it learns which band is bright, over recordings of any duration", async () => {
  const model = await new NetworkClassifier(cnn(options)).fit(rows, labels, { seed: 0, speakers });
  const predictions = await model.predict(rows);
  assert.ok(predictions.filter(({ label }, i) => label === labels[i]).length >= 30);
  const [one] = await model.predict([{ rows: 1, columns: 64, data: new Float32Array(64) }]);
  assert.ok(one.probabilities.every(Number.isFinite));
});

test("the same seed gives the same bytes, augmentation and mixup included; saved and restored it predicts the same", async () => {
  const fit = () =>
    new NetworkClassifier(cnn({ ...options, epochs: 2, mixup: 0.2, augmentation })).fit(rows, labels, {
      seed: 3,
      speakers,
    });
  const [first, second] = [await fit(), await fit()];
  assert.equal(JSON.stringify(first.save()), JSON.stringify(second.save()));
  const restored = NetworkClassifier.restore(cnn(options), first.save());
  assert.deepEqual(await restored.predict(rows), await first.predict(rows));
});

test("the default network has some 24,000 parameters", () => {
  assert.equal(parameterCount(cnn().initialise(64, 4, random(0))), 24180);
});

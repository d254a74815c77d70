import assert from "node:assert/strict";
import { test } from "node:test";
import { createVoiceV1 } from "./voice-v1";
import reference from "./voice-v1.reference.json";
import { VOICE_WEIGHT_COUNT, voiceWeights } from "./voice-weights";

const sampleRate = 16000;
const units = 4;

const wave = (count: number, seed: number) =>
  Float32Array.from({ length: count }, (_, i) => Math.sin((i + 1) * 0.7 + seed));

const layer = (inputs: number, seed: number) => ({
  inputs,
  units,
  inputWeights: wave(4 * units * inputs, seed),
  stateWeights: wave(4 * units * units, seed + 1),
  biases: wave(4 * units, seed + 2),
});

/** The encoder in small: four units a layer. */
const weights = { layers: [layer(40, 0), layer(units, 3), layer(units, 6)] };

/** A tone that glides from 200 to 1100 Hz in half a second. */
const glide = (gain: number, seconds = 0.5) => ({
  sampleRate,
  samples: Float32Array.from({ length: seconds * sampleRate }, (_, i) => {
    const time = i / sampleRate;
    return gain * Math.sin(2 * Math.PI * (200 * time + 900 * time ** 2));
  }),
});

function assertNear(row: Float64Array, expected: ArrayLike<number>, tolerance: number): void {
  row.forEach((value, i) => {
    assert.ok(Math.abs(value - expected[i]) < tolerance, `column ${i}: ${value}, expected ${expected[i]}`);
  });
}

test("means and deviations of the states agree with librosa and numpy", async () => {
  assertNear(await createVoiceV1(weights).extract(glide(0.1)), reference.row, 5e-6);
});

test("the level of a recording does not matter, and silence gives finite numbers", async () => {
  const set = createVoiceV1(weights);
  assertNear(await set.extract(glide(0.9)), await set.extract(glide(0.01)), 5e-6);
  const silence = await set.extract({ samples: new Float32Array(8000), sampleRate });
  assert.ok(silence.every(Number.isFinite));
});

test("several recordings at once give the bits of each alone, in their order", async () => {
  const set = createVoiceV1(weights);
  const waves = [glide(0.1, 0.2), glide(0.1, 0.5), { ...glide(0.1), sampleRate: 8000 }];
  const together = await set.extractMany!(waves);
  assert.deepEqual(together, await Promise.all(waves.map((waveform) => set.extract(waveform))));
});

test("a layer alone is a set of its own", async () => {
  const whole = createVoiceV1(weights);
  const second = createVoiceV1(weights, 2);
  assert.equal(second.name, "voice-v1:layer2");
  assert.deepEqual(second.columns, whole.columns.slice(8, 16));
  assert.deepEqual(second.columns.slice(3, 5), ["layer2_mean3", "layer2_std0"]);
  assert.deepEqual(await second.extract(glide(0.1)), (await whole.extract(glide(0.1))).slice(8, 16));
});

test("the file of weights is taken apart in PyTorch's order", () => {
  const { layers } = voiceWeights(Float32Array.from({ length: VOICE_WEIGHT_COUNT }, (_, i) => i % 1000));
  assert.deepEqual(
    layers.map(({ inputs, units }) => [inputs, units]),
    [
      [40, 256],
      [256, 256],
      [256, 256],
    ],
  );
  assert.equal(layers[0].stateWeights[0], (1024 * 40) % 1000);
  const firstBias = 1024 * (40 + 5 * 256);
  assert.equal(layers[0].biases[0], (firstBias % 1000) + ((firstBias + 1024) % 1000));
  assert.throws(() => voiceWeights(new Float32Array(5)), /are 5 numbers, they must be 1357824/);
});

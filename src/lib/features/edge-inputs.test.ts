import assert from "node:assert/strict";
import { test } from "node:test";
import { InputError } from "../check";
import { random } from "../numbers/random";
import { createFeatureSet } from "./feature-sets";

const sampleRate = 16000;
const sets = ["librosa-v1", "logmel-v1", "meyda-v1", "egemaps-v02"].map((name) => createFeatureSet(name));
const source = random("edge inputs");
const made = (length: number, valueAt: (i: number) => number) =>
  Float32Array.from({ length }, (_, i) => valueAt(i));

const inputs: Readonly<Record<string, Float32Array>> = {
  silence: new Float32Array(16000),
  "one click": made(16000, (i) => (i === 8000 ? 1 : 0)),
  clicks: made(16000, (i) => (i % 1600 === 0 ? 1 : 0)),
  "a constant": new Float32Array(16000).fill(0.5),
  "a clipped tone": made(16000, (i) => Math.max(-1, Math.min(1, 5 * Math.sin(i / 7)))),
  "the highest frequency": made(16000, (i) => (i % 2 ? 1 : -1)),
  "50 ms": made(800, (i) => Math.sin(i / 20)),
  "1 ms": made(16, (i) => Math.sin(i / 20)),
  "one sample": Float32Array.of(0.5),
  "the faintest noise": made(16000, () => 1e-30 * source.normal()),
  "far beyond full scale": made(16000, () => 1e6 * source.normal()),
};

async function numbersOf(set: (typeof sets)[number], samples: Float32Array, rate = sampleRate) {
  const result = await set.extract({ samples, sampleRate: rate });
  return "data" in result ? result.data : result;
}

for (const set of sets) {
  for (const [what, samples] of Object.entries(inputs)) {
    test(`${set.name} of ${what} is finite`, async () => {
      const bad = (await numbersOf(set, samples)).findIndex((value) => !Number.isFinite(value));
      assert.equal(bad, -1, `value ${bad}`);
    });
  }

  test(`${set.name} refuses what is not a number, nothing at all, and a rate of 0`, async () => {
    const broken = (value: number) => made(16000, (i) => (i === 1600 ? value : 0));
    const refuses = (samples: Float32Array, rate: number, pattern: RegExp) =>
      assert.rejects(
        async () => numbersOf(set, samples, rate),
        (error: Error) => error instanceof InputError && pattern.test(error.message),
      );
    await refuses(broken(Number.NaN), sampleRate, /sample 1600 .*0\.100 s.* NaN/);
    await refuses(broken(Number.POSITIVE_INFINITY), sampleRate, /sample 1600 .* Infinity/);
    await refuses(new Float32Array(0), sampleRate, /no samples/);
    await refuses(new Float32Array(10), 0, /sampleRate=0/);
  });
}

test("silence gives the documented values", async () => {
  const [recipe, logmel, meyda] = await Promise.all(
    sets.slice(0, 3).map((set) => numbersOf(set, inputs.silence)),
  );
  assert.ok(Math.abs(recipe[0] + 100 * Math.sqrt(128)) < 1e-3);
  assert.ok(recipe.slice(1).every((value) => Math.abs(value) < 1e-9));
  assert.ok(logmel.every((value) => value === Math.fround(Math.log(1e-10))));
  assert.ok(meyda.every((value) => value === 0));
});

test("librosa-v1 of a recording too long to remember is that of its parts", async () => {
  const second = made(8000, (i) => Math.sin(i / (3 + i / 4000)) * source.uniform());
  const whole = new Float32Array(8000 * 600);
  for (let start = 0; start < whole.length; start += 8000) whole.set(second, start);
  const short = whole.subarray(0, 8000 * 200);
  const [long, part] = [await numbersOf(sets[0], whole, 8000), await numbersOf(sets[0], short, 8000)];
  long.forEach((value, i) => {
    assert.ok(
      Math.abs(value - part[i]) <= 0.005 * Math.abs(part[i]) + 0.005,
      `column ${i}: ${value}, ${part[i]}`,
    );
  });
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { Matrix } from "../../../numbers/matrix";
import { random } from "../../../numbers/random";
import { addInputNoise } from "./add-input-noise";
import { augment } from "./augment";
import { changeSpeed } from "./change-speed";
import { atLeast, crop } from "./crop";
import { mixup } from "./mixup";
import { shiftBands } from "./shift-bands";
import { specAugment } from "./spec-augment";

/** Frames x bands whose value is 1 + frame + band / 100: a ramp along both axes. */
function ramp(rows: number, columns: number): Matrix {
  const data = Float32Array.from(
    { length: rows * columns },
    (_, i) => 1 + Math.floor(i / columns) + (i % columns) / 100,
  );
  return { rows, columns, data };
}
const close = (a: number, b: number) => assert.ok(Math.abs(a - b) < 1e-4, `${a} is not ${b}`);

test("twice the speed is half the frames, every other one of them", () => {
  const fast = changeSpeed(ramp(100, 4), 2);
  assert.equal(fast.rows, 50);
  close(fast.data[10 * 4 + 1], ramp(100, 4).data[20 * 4 + 1]);
});

test("a speed of 1 and a shift of 0 change nothing", () => {
  assert.deepEqual(changeSpeed(ramp(9, 3), 1), ramp(9, 3));
  assert.deepEqual(shiftBands(ramp(9, 3), 0), ramp(9, 3));
});

test("a shift by one and a half bands interpolates, and repeats the edge", () => {
  const { data } = shiftBands(ramp(1, 6), 1.5);
  [1, 1, 1.005, 1.015].forEach((value, k) => {
    close(data[k], value);
  });
});

test("SpecAugment hides no more than asked for and leaves its input alone", () => {
  const input = ramp(100, 64);
  const { data } = specAugment(input, random(1), {
    timeMasks: 1,
    timeShare: 0.1,
    bandMasks: 1,
    bandShare: 0.125,
  });
  const hidden = data.filter((value: number) => value === 0).length;
  assert.ok(hidden <= 10 * 64 + 8 * 100);
  assert.ok(input.data.every((value: number) => value > 0));
});

test("noise far below the speech changes nothing, loud noise drowns it", () => {
  const loud = { rows: 50, columns: 8, data: new Float32Array(400).fill(1) };
  const quiet = addInputNoise(loud, 80, random(0)).data;
  assert.ok(quiet.every((value: number) => Math.abs(value - 1) < 1e-4));
  const drowned = addInputNoise({ ...loud, data: loud.data.map((_, i) => (i % 8 ? -2 : 2)) }, 0, random(0));
  assert.ok(drowned.data.every((value: number) => value > -1.9));
});

test("a crop is a stretch of the recording; a short recording lies among zeros", () => {
  const { data } = crop(ramp(50, 2), 20, random(3));
  for (let row = 1; row < 20; row++) close(data[2 * row] - data[2 * row - 2], 1);
  const padded = [...crop(ramp(3, 1), 7, random(3)).data];
  const start = padded.indexOf(1);
  assert.deepEqual(padded.slice(start, start + 3), [1, 2, 3]);
  assert.equal(padded.filter((value) => value === 0).length, 4);
  assert.deepEqual([...atLeast(ramp(3, 1), 5).data], [1, 2, 3, 0, 0]);
  assert.equal(atLeast(ramp(9, 1), 7).rows, 9);
});

test("mixup keeps the sum of inputs and the sum of targets", () => {
  const inputs = { shape: [4, 2], values: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8) };
  const targets = { shape: [4, 2], values: Float32Array.of(1, 0, 0, 1, 1, 0, 0, 1) };
  const [mixed, soft] = mixup([inputs, targets], 0.4, random(5));
  const sum = (values: Float32Array) => values.reduce((total, value) => total + value, 0);
  close(sum(mixed.values), 36);
  for (let row = 0; row < 4; row++) close(soft.values[2 * row] + soft.values[2 * row + 1], 1);
});

test("the same seed varies a recording in the same way, another seed in another", () => {
  const options = { speed: 0.1, bands: 2, level: 0.2, snrDb: 5 };
  const varied = (seed: number) => augment(ramp(80, 16), 50, options, random(seed));
  assert.deepEqual(varied(1), varied(1));
  assert.notDeepEqual(varied(1), varied(2));
});

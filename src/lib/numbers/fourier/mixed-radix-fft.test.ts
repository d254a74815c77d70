import assert from "node:assert/strict";
import { test } from "node:test";
import { random } from "../random";
import { MixedRadixFft } from "./mixed-radix-fft";

function byDefinition(input: Float64Array): Float64Array {
  const size = input.length / 2;
  const out = new Float64Array(2 * size);
  for (let k = 0; k < size; k++) {
    for (let n = 0; n < size; n++) {
      const angle = (-2 * Math.PI * ((k * n) % size)) / size;
      out[2 * k] += input[2 * n] * Math.cos(angle) - input[2 * n + 1] * Math.sin(angle);
      out[2 * k + 1] += input[2 * n] * Math.sin(angle) + input[2 * n + 1] * Math.cos(angle);
    }
  }
  return out;
}

for (const size of [1, 2, 7, 12, 50, 200, 441]) {
  test(`a transform of ${size} complex numbers is the sum of its definition`, () => {
    const source = random(size);
    const input = Float64Array.from({ length: 2 * size }, () => source.normal());
    const out = new Float64Array(2 * size);
    new MixedRadixFft(size).transform(out, input);
    byDefinition(input).forEach((value, i) => {
      assert.ok(Math.abs(out[i] - value) < 1e-10, `number ${i}: ${out[i]}, expected ${value}`);
    });
  });
}

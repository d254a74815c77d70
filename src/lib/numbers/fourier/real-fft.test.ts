import assert from "node:assert/strict";
import { test } from "node:test";
import { wasmTransform } from "../kernels/wasm-transform";
import { random } from "../random";
import { plainTransform } from "./plain-transform";
import { RealFft } from "./real-fft";

const source = random("transforms");
const noise = (length: number) => Float64Array.from({ length }, () => source.normal());

for (const size of [8, 16, 32, 512, 2048, 4096]) {
  test(`the vector kernel gives what the plain one gives, ${size} samples`, () => {
    const [plain, vectors] = [plainTransform(size), wasmTransform(size)];
    const [frame, window] = [noise(size), noise(size)];
    for (const transform of [plain, vectors]) {
      transform.input.set(frame);
      transform.window.set(window);
      transform.applyWindow();
      transform.transform();
      transform.power();
      transform.magnitude();
    }
    const tolerance = 1e-14 * size;
    plain.spectrum.forEach((value, i) => {
      assert.ok(Math.abs(value - vectors.spectrum[i]) <= tolerance, `spectrum[${i}]`);
    });
    plain.powers.forEach((value, k) => {
      assert.ok(Math.abs(value - vectors.powers[k]) <= tolerance * size, `powers[${k}]`);
      assert.ok(Math.abs(Math.sqrt(value) - vectors.magnitudes[k]) <= tolerance, `magnitudes[${k}]`);
    });
  });
}

test("spectra follow their definition, with powers of two and without", () => {
  for (const size of [4, 8, 20, 64, 100]) {
    const frame = noise(size);
    const spectrum = new RealFft(size).complex(frame);
    for (let k = 0; k <= size / 2; k++) {
      let [re, im] = [0, 0];
      frame.forEach((value, i) => {
        re += value * Math.cos((2 * Math.PI * k * i) / size);
        im -= value * Math.sin((2 * Math.PI * k * i) / size);
      });
      assert.ok(
        Math.hypot(re - spectrum[2 * k], im - spectrum[2 * k + 1]) < 1e-12 * size,
        `${size}: bin ${k}`,
      );
    }
  }
});

test("two transforms of one size do not disturb each other, and short frames are padded", () => {
  const [a, b] = [new RealFft(16), new RealFft(16, new Float64Array(16).fill(2))];
  const frame = noise(10);
  const spectrum = a.complex(frame);
  const copy = spectrum.slice();
  const doubled = b.complex(frame);
  assert.deepEqual(spectrum, copy);
  doubled.forEach((value, i) => {
    assert.ok(Math.abs(value - 2 * copy[i]) < 1e-14);
  });
  assert.deepEqual(b.windowed([1, 3], new Float64Array(3)), Float64Array.of(2, 6, 0));
  assert.deepEqual(a.power([1, 1], new Float32Array(9))[0], 4);
  assert.throws(() => new RealFft(10), /size=10/);
});

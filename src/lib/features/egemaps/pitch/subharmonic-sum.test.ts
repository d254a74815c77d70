import assert from "node:assert/strict";
import { test } from "node:test";
import { random } from "../../../numbers/random";
import { OctaveAxis } from "./octave-axis";
import { plainSubharmonicSum } from "./plain-subharmonic-sum";
import { subharmonicTables } from "./subharmonic-sum";
import { wasmSubharmonicSum } from "./wasm-subharmonic-sum";

const source = random("spectra");

for (const [sampleRate, size] of [
  [8000, 512],
  [16000, 1024],
  [44100, 4096],
]) {
  test(`the vector kernel gives what the plain one gives, ${size / 2 + 1} bins`, () => {
    const bins = size / 2 + 1;
    const tables = subharmonicTables(new OctaveAxis(sampleRate / size, bins));
    const [plain, vectors] = [plainSubharmonicSum(tables), wasmSubharmonicSum(tables)];
    const spectra = [
      Float64Array.from({ length: bins }, () => Math.abs(source.normal())),
      new Float64Array(bins),
      Float64Array.from({ length: bins }, (_, k) => Math.max(0, Math.cos(k / 3)) / (k + 1)),
      Float64Array.from({ length: bins }, (_, k) => k),
      Float64Array.from({ length: bins }, (_, k) => bins - k),
    ];
    for (const [n, spectrum] of spectra.entries()) {
      const expected = plain(spectrum);
      const summed = vectors(spectrum);
      const tolerance = 1e-13 * Math.max(...expected.sum);
      expected.sum.forEach((value, i) => {
        assert.ok(Math.abs(summed.sum[i] - value) <= tolerance, `spectrum ${n}, point ${i}`);
      });
      assert.ok(Math.abs(summed.mean - expected.mean) <= tolerance, `spectrum ${n}`);
      assert.deepEqual(Array.from(summed.peaks), Array.from(expected.peaks), `spectrum ${n}`);
    }
  });
}

import assert from "node:assert/strict";
import { test } from "node:test";
import { MelFilterBank } from "./mel-filter-bank";
import { hzToMel, melToHz } from "./mel-scale";
import { windowOf } from "./window";

const near = (actual: number, expected: number, tolerance = 1e-9) =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual}, expected ${expected}`);

test("mel values are those of librosa's documentation, and the way back is exact", () => {
  near(hzToMel(60), 0.9);
  near(hzToMel(440), 6.6);
  near(hzToMel(1000, true), 999.9855371, 1e-6);
  for (const hz of [0, 100, 999, 1000, 1001, 8000]) {
    near(melToHz(hzToMel(hz)), hz);
    near(melToHz(hzToMel(hz, true), true), hz);
  }
});

test("filters of height 1 pass a flat spectrum almost unchanged; Slaney's have an area of 1", () => {
  const flat = new Float64Array(1025).fill(1);
  const heights = new MelFilterBank(16000, 2048, { nMels: 20, norm: "none" }).apply(
    flat,
    new Float64Array(20),
  );
  const areas = new MelFilterBank(16000, 2048, { nMels: 20 }).apply(flat, new Float64Array(20));
  areas.forEach((sum, band) => {
    near((sum * 16000) / 2048, 1, 0.02);
    assert.ok(heights[band] > 5);
  });
  assert.throws(() => new MelFilterBank(16000, 2048, { fMax: 9000 }), /fMax=9000/);
});

test("windows are periodic", () => {
  assert.deepEqual(
    [...windowOf("hann", 4)].map((value) => Math.round(value * 1e9) / 1e9),
    [0, 0.5, 1, 0.5],
  );
  near(windowOf("hamming", 8)[0], 0.08);
  near(windowOf("blackman", 8)[4], 1);
  assert.deepEqual([...windowOf("rectangular", 2)], [1, 1]);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { limitBand } from "./limit-band";
import { resample } from "./resample";

const tones = (...hertz: number[]) => ({
  samples: Float32Array.from({ length: 16000 }, (_, i) =>
    hertz.reduce((sum, f) => sum + 0.2 * Math.sin((2 * Math.PI * f * i) / 16000), 0),
  ),
  sampleRate: 16000,
});

const furthest = (a: Float32Array, b: Float32Array) =>
  a.subarray(1000, 15000).reduce((most, sample, i) => Math.max(most, Math.abs(sample - b[1000 + i])), 0);

test("what lies above the bandwidth is gone, what lies below stays", () => {
  const limited = limitBand(tones(500, 5000), 4000).samples;
  assert.ok(furthest(limited, tones(500).samples) < 1e-3);
});

test("a recording at twice the bandwidth is heard as one at a higher rate", () => {
  const wide = tones(500, 2500, 3300, 6000);
  const narrow = resample(resample(wide, 8000), 16000);
  assert.ok(furthest(limitBand(wide, 4000).samples, limitBand(narrow, 4000).samples) < 2e-3);
});

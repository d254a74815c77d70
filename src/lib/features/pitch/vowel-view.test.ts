import assert from "node:assert/strict";
import { test } from "node:test";
import { vowelView } from "./vowel-view";

const sampleRate = 16000;

/** Pulses at 100 Hz through two resonators, at 700 and 1800 Hz. */
function vowel(): Float32Array {
  let sound = Float64Array.from({ length: 4000 }, (_, i) => (i % 160 === 0 ? 1 : 0));
  for (const hz of [700, 1800]) {
    const radius = Math.exp((-Math.PI * 80) / sampleRate);
    const [a, b] = [2 * radius * Math.cos((2 * Math.PI * hz) / sampleRate), -(radius ** 2)];
    const out = new Float64Array(sound.length);
    for (let i = 0; i < sound.length; i++) out[i] = sound[i] + a * (out[i - 1] ?? 0) + b * (out[i - 2] ?? 0);
    sound = out;
  }
  return Float32Array.from(sound, (one) => one / 50);
}

test("the envelope has its peaks at the resonances, and the spectrum its teeth at multiples of the pitch", () => {
  const view = vowelView({ samples: vowel(), sampleRate }, 0.1, 0.06);
  for (const hz of [700, 1800])
    assert.ok(
      view.formantsHz.some((one) => Math.abs(one - hz) < 100),
      `${hz}: ${view.formantsHz}`,
    );
  const levelAt = (hz: number) => view.levelDb[Math.round((hz * 2048) / 11000)];
  for (const k of [3, 5, 7]) assert.ok(levelAt(100 * k) > levelAt(100 * k + 50) + 6, `harmonic ${k}`);
  assert.equal(Math.max(...view.levelDb), 0);
});

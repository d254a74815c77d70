import assert from "node:assert/strict";
import { test } from "node:test";
import { antiResonator, bandPass, cascade } from "./resonator";

const RATE = 16000;

/** Magnitude of the response to an impulse at a frequency. */
function gainAt(step: (input: number) => number, hertz: number): number {
  let [re, im] = [0, 0];
  for (let n = 0; n < 4000; n++) {
    const value = step(n === 0 ? 1 : 0);
    re += value * Math.cos((2 * Math.PI * hertz * n) / RATE);
    im -= value * Math.sin((2 * Math.PI * hertz * n) / RATE);
  }
  return Math.hypot(re, im);
}

function formant(hertz: number, bandwidthHz: number) {
  const filter = cascade(1, RATE);
  filter.glide(0, hertz, bandwidthHz, 1);
  return filter.step;
}

test("a formant has gain 1 at 0 Hz, peaks at its frequency and is 3 dB down at half its bandwidth", () => {
  assert.ok(Math.abs(gainAt(formant(1000, 80), 0) - 1) < 1e-6);
  const peak = gainAt(formant(1000, 80), 1000);
  for (const hertz of [940, 1060]) assert.ok(gainAt(formant(1000, 80), hertz) < peak);
  assert.ok(Math.abs(gainAt(formant(1000, 80), 1040) / peak - Math.SQRT1_2) < 0.03);
});

test("a zero pair undoes a formant", () => {
  const zero = antiResonator(RATE);
  zero.tune(700, 90);
  const pole = formant(700, 90);
  for (const hertz of [0, 500, 700, 3000]) {
    assert.ok(Math.abs(gainAt((x) => zero.step(pole(x)), hertz) - 1) < 1e-9);
    zero.step(0);
    zero.step(0);
  }
});

test("a band of noise has gain 1 at its centre and none at 0 Hz", () => {
  const band = bandPass(RATE);
  band.tune(4000, 800);
  assert.ok(Math.abs(gainAt(band.step, 4000) - 1) < 0.02);
  assert.ok(gainAt(band.step, 0) < 1e-9);
});

test("a formant that glides stays bounded", () => {
  const filter = cascade(1, RATE);
  let loudest = 0;
  for (let n = 0; n < 16000; n++) {
    if (n % 80 === 0) filter.glide(0, n % 160 === 0 ? 300 : 3000, 60, 80);
    loudest = Math.max(loudest, Math.abs(filter.step(n % 100 === 0 ? 1 : 0)));
  }
  assert.ok(loudest < 10);
});

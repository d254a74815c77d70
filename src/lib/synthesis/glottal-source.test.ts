import assert from "node:assert/strict";
import { test } from "node:test";
import { glottalSource } from "./glottal-source";
import { seededNoise } from "./noise";

const RATE = 16000;
const REGULAR = { openQuotient: 0.6, tiltDb: 0, jitter: 0, shimmer: 0 };

function pulses(phonation: typeof REGULAR, f0Hz: number, samples: number): number[] {
  const source = glottalSource(phonation, RATE, seededNoise(1));
  return Array.from({ length: samples }, () => source.step(f0Hz));
}

/** Level at a frequency, in dB. */
function levelDb(signal: readonly number[], hertz: number): number {
  let [re, im] = [0, 0];
  signal.forEach((value, n) => {
    re += value * Math.cos((2 * Math.PI * hertz * n) / RATE);
    im -= value * Math.sin((2 * Math.PI * hertz * n) / RATE);
  });
  return 20 * Math.log10(Math.hypot(re, im) / signal.length);
}

test("periods repeat, have no mean, and close with a peak of about -1", () => {
  const signal = pulses(REGULAR, 100, 1600);
  for (let n = 320; n < 1600; n++) assert.ok(Math.abs(signal[n] - signal[n - 160]) < 1e-9);
  assert.ok(Math.abs(signal.reduce((a, b) => a + b, 0) / 1600) < 0.01);
  assert.ok(Math.abs(Math.min(...signal) + 1) < 0.15);
});

test("a period of broken length aliases little between its harmonics", () => {
  const signal = pulses(REGULAR, 217, 16000);
  assert.ok(levelDb(signal, 217) - levelDb(signal, 325) > 50);
});

test("tilt takes the given level at 3 kHz and none at the bottom", () => {
  const [plain, soft] = [0, 12].map((tiltDb) => pulses({ ...REGULAR, tiltDb }, 100, 1600));
  assert.ok(Math.abs(levelDb(plain, 3000) - levelDb(soft, 3000) - 12) < 0.2);
  assert.ok(Math.abs(levelDb(plain, 100) - levelDb(soft, 100)) < 0.2);
});

test("jitter has the standard deviation asked for", () => {
  const source = glottalSource({ ...REGULAR, jitter: 0.02 }, RATE, seededNoise(7));
  const starts: number[] = [];
  let wasOpen = true;
  for (let n = 0; n < 40 * RATE; n++) {
    source.step(50);
    if (source.isOpen() && !wasOpen) starts.push(n);
    wasOpen = source.isOpen();
  }
  const periods = starts.slice(1).map((start, i) => (start - starts[i]) / (RATE / 50));
  const mean = periods.reduce((a, b) => a + b) / periods.length;
  const spread = Math.sqrt(periods.reduce((sum, x) => sum + (x - mean) ** 2, 0) / periods.length);
  assert.ok(Math.abs(mean - 1) < 0.003 && Math.abs(spread - 0.02) < 0.002, `${mean} ${spread}`);
});

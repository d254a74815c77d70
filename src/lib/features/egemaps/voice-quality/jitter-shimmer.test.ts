import assert from "node:assert/strict";
import { test } from "node:test";
import { JitterShimmer, type PeriodStep, type Perturbation } from "./jitter-shimmer";
import { matchPeriod } from "./period-match";

const sampleRate = 16000;
const hop = 160;

/** Decaying pulses whose periods and amplitudes alternate. */
function pulses(periods: readonly number[], amplitudes: readonly number[], count = 16000): Float32Array {
  const out = new Float32Array(count);
  for (let at = 0, n = 0; at < count; at += periods[n++ % periods.length]) {
    const amplitude = amplitudes[n % amplitudes.length];
    for (let i = 0; i < 80 && at + i < count; i++) {
      out[at + i] += amplitude * Math.exp(-i / 12) * Math.sin((2 * Math.PI * i) / 16);
    }
  }
  return out;
}

/** Jitter and shimmer in frames that begin at 5, 6, ... x 10 ms, all of the same F0. */
function follow(samples: Float32Array, f0Hz: number, frames: number): Perturbation[] {
  const perturbation = new JitterShimmer(samples, sampleRate, hop);
  return Array.from({ length: frames }, (_, i) => perturbation.advance(5 + i, f0Hz).to);
}

const near = (actual: number, expected: number, tolerance: number) =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${actual}, expected ${expected}`);

test("a period is the length at which a waveform is most like what follows it", () => {
  const match = matchPeriod(pulses([100], [0.5]), 317, 97);
  assert.ok(match);
  assert.equal(match.samples, 100);
  near(match.length, 100, 0.02);
  near(match.correlation, 1, 1e-3);
});

test("lengths outside of a tenth of the expected one, and a constant waveform, have no period", () => {
  const far = matchPeriod(pulses([100], [0.5]), 317, 120);
  assert.ok(!far || far.correlation < 0.5);
  assert.equal(matchPeriod(new Float32Array(1000).fill(0.3), 0, 100), null);
});

test("equal periods have neither jitter nor shimmer", () => {
  for (const { jitter, shimmerDb } of follow(pulses([100], [0.5]), 160, 20)) {
    near(jitter, 0, 1e-4);
    near(shimmerDb, 0, 1e-4);
  }
});

test("jitter is the difference of alternating periods relative to their mean", () => {
  const last = follow(pulses([98, 104], [0.5]), sampleRate / 101, 20);
  const jitter = last.slice(2).reduce((sum, value) => sum + value.jitter, 0) / (last.length - 2);
  near(jitter, 6 / 101, 0.01);
});

test("shimmer is the difference of alternating amplitudes relative to their mean, in dB", () => {
  for (const { shimmerDb } of follow(pulses([100], [0.5, 0.4]), 160, 20)) {
    near(shimmerDb, 20 * Math.log10(1 + 0.1 / 0.45), 0.02);
  }
});

test("both end at 1, which is 6.02 dB for shimmer", () => {
  const noise = Float32Array.from({ length: 16000 }, (_, i) => Math.sin(i * i) * (i % 997 === 0 ? 1 : 0.01));
  for (const { jitter, shimmerDb } of follow(noise, 160, 80)) {
    assert.ok(jitter >= 0 && jitter <= 1);
    assert.ok(shimmerDb >= 0 && shimmerDb <= 20 * Math.log10(2));
  }
});

test("an unvoiced gap begins anew", () => {
  const samples = pulses([98, 104], [0.5, 0.3]);
  const followed = new JitterShimmer(samples, sampleRate, hop);
  for (let frame = 5; frame < 15; frame++) followed.advance(frame, 158);
  const fresh = new JitterShimmer(samples, sampleRate, hop);
  for (let frame = 30; frame < 40; frame++) {
    assert.deepEqual(followed.advance(frame, 158).to, fresh.advance(frame, 158).to);
  }
});

test("a step that is known is not taken again, one from elsewhere is", () => {
  const samples = pulses([98, 104], [0.5, 0.4]);
  const known = Array.from({ length: 20 }, (): PeriodStep | undefined => undefined);
  const segment = (from: number) => {
    const perturbation = new JitterShimmer(samples, sampleRate, hop);
    for (let i = from; i < known.length; i++) {
      known[i] = perturbation.advance(5 + i, sampleRate / 101, known[i]);
    }
    return known.slice(from);
  };
  const whole = segment(0);
  assert.ok(segment(0).every((value, i) => value === whole[i]));
  const fresh = new JitterShimmer(samples, sampleRate, hop);
  const part = known.slice(3).map((_, i) => fresh.advance(8 + i, sampleRate / 101));
  assert.deepEqual(segment(3), part);
});

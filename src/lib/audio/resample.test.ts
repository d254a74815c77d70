import assert from "node:assert/strict";
import { test } from "node:test";
import { assertNear, librosa } from "../features/librosa/librosa-reference.fixture";
import { resample } from "./resample";
import { signals } from "./signals.fixture";

const pairs = [
  [44100, 16000],
  [48000, 16000],
  [22050, 16000],
  [8000, 16000],
  [16000, 8000],
  [16000, 44100],
  [44101, 16000],
  [22254, 16000],
  [5514, 48000],
];

function tone(hertz: number, sampleRate: number, seconds = 0.5) {
  const samples = Float32Array.from({ length: seconds * sampleRate }, (_, i) =>
    Math.sin((2 * Math.PI * hertz * i) / sampleRate),
  );
  return { samples, sampleRate };
}

/** Power of the middle of a signal, where its ends have no influence. */
function power(samples: ArrayLike<number>): number {
  const from = Math.floor(samples.length / 5);
  let sum = 0;
  for (let i = from; i < samples.length - from; i++) sum += samples[i] ** 2;
  return sum;
}

for (const [from, to] of pairs) {
  const lowerHalf = Math.min(from, to) / 2;

  test(`${from} to ${to} Hz keeps tones of the pass band within -120 dB`, () => {
    for (const share of [0.05, 0.3, 0.6, 0.9]) {
      const wanted = tone(share * lowerHalf, to);
      const { samples } = resample(tone(share * lowerHalf, from), to);
      assert.equal(samples.length, wanted.samples.length);
      const error = power(samples.map((value, i) => value - wanted.samples[i]));
      const snrDb = 10 * Math.log10(power(wanted.samples) / error);
      assert.ok(snrDb >= 120, `${share} of the half rate: ${snrDb.toFixed(1)} dB`);
    }
  });

  test(`${from} to ${to} Hz lets nothing from beyond the half rate through`, { skip: to > from }, () => {
    for (const share of [1.001, 1.1, 1.3]) {
      const leak = power(resample(tone(share * lowerHalf, from), to).samples) / power(tone(440, to).samples);
      assert.ok(10 * Math.log10(leak) < -120, `${share}: ${10 * Math.log10(leak)} dB`);
    }
  });
}

test("a voice at 8 kHz is soxr's", () => {
  for (const name of ["tone", "sweep", "voice", "voice44"]) {
    const { samples } = resample(signals[name], 8000);
    const some = Array.from({ length: 100 }, (_, i) => samples[2000 + 4 * i]);
    assertNear(some, librosa[name].to8000, name, 1e-5);
  }
});

test("lengths are rounded up, constants stay, and the same rate changes nothing", () => {
  const flat = resample({ samples: new Float32Array(1001).fill(0.5), sampleRate: 44100 }, 16000).samples;
  assert.equal(flat.length, Math.ceil((1001 * 160) / 441));
  assert.ok(Math.abs(flat[180] - 0.5) < 1e-6);
  const same = { samples: new Float32Array(3), sampleRate: 8000 };
  assert.equal(resample(same, 8000), same);
  assert.throws(() => resample(same, 0), /sampleRate=0/);
});

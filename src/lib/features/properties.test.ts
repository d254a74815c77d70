import assert from "node:assert/strict";
import { test } from "node:test";
import { resample } from "../audio/resample";
import { spectrogram } from "../frames/spectrogram";
import { random } from "../numbers/random";
import { functionalsOf } from "./functionals";
import { chroma } from "./librosa/chroma";
import { delta } from "./librosa/delta";
import { intensityContour } from "./librosa/intensity-contour";
import { createLibrosaV1 } from "./librosa/librosa-v1";
import { spectralDescriptors } from "./librosa/spectral-descriptors";
import { zeroCrossingRate } from "./librosa/zero-crossing-rate";
import { createLogmelV1 } from "./logmel-v1";
import { createMeydaV1 } from "./meyda-v1";
import { speechPitch } from "./pitch/speech-pitch";

const sampleRate = 16000;

function tone(hertz: number, seconds = 1, rate = sampleRate) {
  const samples = Float32Array.from(
    { length: seconds * rate },
    (_, i) => 0.5 * Math.sin((2 * Math.PI * hertz * i) / rate),
  );
  return { samples, sampleRate: rate };
}

/** Noise, filtered a little and of changing level. */
function noise(seed: number, seconds = 1): Float32Array {
  const source = random(`noise ${seed}`);
  let before = 0;
  return Float32Array.from({ length: seconds * sampleRate }, (_, i) => {
    before = 0.7 * before + 0.1 * source.normal() * (1 + Math.sin(i / 2000));
    return before;
  });
}

const near = (actual: number, expected: number, tolerance: number, what = "") =>
  assert.ok(Math.abs(actual - expected) <= tolerance, `${what} ${actual}, expected ${expected}`);

test("a tone of 440 Hz peaks in its bin, its pitch class and its pitch, at every rate", () => {
  for (const rate of [8000, 16000, 22050, 44100, 48000]) {
    const wave = tone(440, 1, rate);
    const { levelDb, frequenciesHz, timesSeconds } = spectrogram(wave);
    const row = levelDb.data.slice(50 * levelDb.columns, 51 * levelDb.columns);
    const hertz = frequenciesHz[row.indexOf(Math.max(...row))];
    near(hertz, 440, frequenciesHz[1] / 2, `${rate} Hz: peak`);
    near(timesSeconds[50], 0.5, 2e-3, "time");
    const classes = chroma(wave.samples, rate).data.slice(12 * 10, 12 * 11);
    assert.equal(classes.indexOf(1), 9);
    near(1200 * Math.log2(speechPitch(wave).f0Hz[50] / 440), 0, 10, "cents");
  }
});

test("a tone's descriptors are what they must be", () => {
  const { samples } = tone(1000);
  const at = 15;
  const { centroidHz, rolloffHz, flatness, rms } = spectralDescriptors(samples, sampleRate);
  near(centroidHz[at], 1000, 2);
  near(rolloffHz[at], 1000, 16);
  assert.ok(flatness[at] < 1e-3);
  near(rms[at], 0.5 / Math.SQRT2, 1e-4);
  near(zeroCrossingRate(samples)[at], 0.125, 1e-3);
  near(intensityContour({ samples, sampleRate }).levelDb[50], 20 * Math.log10(0.5 / Math.SQRT2), 0.01);
});

test("the delta of a line is its slope, at the ends, too", () => {
  const data = Float64Array.from({ length: 60 }, (_, i) => (i % 2 ? 5 - 0.25 * (i >> 1) : 3 * (i >> 1)));
  const slopes = delta({ rows: 30, columns: 2, data }).data;
  slopes.forEach((slope, i) => {
    near(slope, i % 2 ? -0.25 : 3, 1e-12);
  });
  assert.throws(() => delta({ rows: 5, columns: 1, data: new Float64Array(5) }), /width=9/);
});

for (const seed of [1, 2, 3]) {
  const samples = noise(seed);
  const louder = samples.map((value) => 4 * value);

  test(`scaling of noise ${seed} scales powers by the square, levels by a constant, and nothing else`, async () => {
    const recipe = createLibrosaV1();
    const before = await recipe.extract({ samples, sampleRate });
    const after = await recipe.extract({ samples: louder, sampleRate });
    recipe.columns.forEach((column, i) => {
      if (column.startsWith("mel")) near(after[i] / before[i], 16, 1e-4, column);
      else if (column === "mfcc0")
        near(after[i] - before[i], Math.sqrt(128) * 10 * Math.log10(16), 1e-3, column);
      else near(after[i], before[i], 1e-4 * Math.max(1, Math.abs(before[i])), column);
    });
    const logmel = createLogmelV1();
    const levels = (await logmel.extract({ samples, sampleRate })).data;
    (await logmel.extract({ samples: louder, sampleRate })).data.forEach((level, i) => {
      near(level - levels[i], Math.log(16), 1e-4);
    });
  });

  test(`Meyda's descriptors of noise ${seed} do not depend on what was extracted before`, async () => {
    const set = createMeydaV1();
    const first = await set.extract({ samples, sampleRate });
    await set.extract({
      samples: resample({ samples: louder, sampleRate }, 44100).samples,
      sampleRate: 44100,
    });
    assert.deepEqual(await set.extract({ samples, sampleRate }), first);
    const column = (name: string) => first[set.columns.indexOf(name)];
    assert.ok(column("spectralCentroidHz_p10") <= column("spectralCentroidHz_p50"));
    assert.ok(column("spectralCentroidHz_p50") > 300 && column("spectralCentroidHz_p50") < 4000);
  });

  test(`noise ${seed} later in time gives the same columns later`, async () => {
    const late = new Float32Array(samples.length + 1600);
    late.set(samples, 1600);
    const logmel = createLogmelV1();
    const now = (await logmel.extract({ samples, sampleRate })).data;
    const later = (await logmel.extract({ samples: late, sampleRate })).data;
    for (let i = 0; i < 90 * 64; i++) near(later[10 * 64 + i], now[i], 1e-5);
  });
}

test("functionals follow numpy and leave out what is not finite", () => {
  const [mean, std, p10, p50, p90] = functionalsOf(
    Float64Array.of(3, Number.NaN, 1, 2, Number.POSITIVE_INFINITY),
  );
  assert.deepEqual([mean, p50], [2, 2]);
  near(std, Math.sqrt(2 / 3), 1e-12);
  near(p10, 1.2, 1e-12);
  near(p90, 2.8, 1e-12);
  assert.deepEqual(functionalsOf(Float64Array.of(Number.NaN)), [0, 0, 0, 0, 0]);
});

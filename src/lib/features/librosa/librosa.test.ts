import assert from "node:assert/strict";
import { test } from "node:test";
import { signals } from "../../audio/signals.fixture";
import { fftFrequenciesHz } from "../../frames/axes";
import { Stft } from "../../frames/stft";
import type { Matrix } from "../../numbers/matrix";
import { pyin } from "../pitch/pyin";
import { yin } from "../pitch/yin";
import { chroma } from "./chroma";
import { delta } from "./delta";
import { assertNear, librosa, sparse } from "./librosa-reference.fixture";
import { createLibrosaV1 } from "./librosa-v1";
import { mfcc } from "./mfcc";
import { spectralContrastDb } from "./spectral-contrast";
import { spectralDescriptors } from "./spectral-descriptors";
import { tonnetz } from "./tonnetz";
import { TuningEstimator } from "./tuning";

const names = Object.keys(signals);
const centsApart = (a: number, b: number) => Math.abs(1200 * Math.log2(a / b));

function magnitudes(name: string): Matrix {
  const stft = new Stft();
  const frames = stft.frames(signals[name].samples);
  const data = new Float64Array(frames.count * stft.bins);
  for (let t = 0; t < frames.count; t++) {
    stft.magnitude(frames, t, data.subarray(t * stft.bins, (t + 1) * stft.bins));
  }
  return { rows: frames.count, columns: stft.bins, data };
}

for (const name of names) {
  const { samples, sampleRate } = signals[name];
  const reference = librosa[name];

  test(`cepstra of ${name} are librosa's`, () => {
    assertNear(sparse(mfcc(samples, sampleRate)), reference.mfcc, "mfcc");
    assertNear(sparse(mfcc(samples, sampleRate, { nMfcc: 13, lifter: 22 })), reference.mfccLifter, "lifter");
    assertNear(sparse(delta(mfcc(samples, sampleRate, { nMfcc: 5 }))), reference.delta, "delta");
  });

  test(`chroma, tuning and tonnetz of ${name} are librosa's`, () => {
    const classes = chroma(samples, sampleRate);
    assertNear(sparse(classes), reference.chroma, "chroma");
    assertNear(sparse(tonnetz(classes)), reference.tonnetz, "tonnetz");
    const tuning = new TuningEstimator(sampleRate, 2048);
    const { rows, columns, data } = magnitudes(name);
    for (let t = 0; t < rows; t++) tuning.add(data.subarray(t * columns, (t + 1) * columns));
    assert.equal(tuning.estimate(), Number(reference.tuningMagnitude));
  });

  test(`descriptors of ${name} are librosa's`, () => {
    const descriptors = spectralDescriptors(samples, sampleRate);
    assertNear(descriptors.centroidHz, reference.centroidHz, "centroid");
    assertNear(descriptors.bandwidthHz, reference.bandwidthHz, "bandwidth");
    assertNear(descriptors.flatness, reference.flatness, "flatness");
    assertNear(descriptors.zeroCrossingRate, reference.zeroCrossingRate, "zero-crossing rate");
    assertNear(descriptors.rms, reference.rms, "rms");
    const contrast = spectralContrastDb(magnitudes(name), fftFrequenciesHz(sampleRate, 2048), {});
    assertNear(sparse(contrast), reference.contrastDb, "contrast");
    const hzPerBin = sampleRate / 2048;
    reference.rolloffHz.forEach((hz, t) => {
      assert.ok(Math.abs(descriptors.rolloffHz[t] - Number(hz)) <= hzPerBin, `roll-off[${t}]`);
    });
  });

  test(`YIN and pYIN of ${name} are librosa's`, () => {
    const range = { fMin: 65, fMax: 500 };
    const periods = yin(samples, sampleRate, range);
    const apart = reference.yin.filter((hz, t) => centsApart(periods[t], Number(hz)) > 1).length;
    assert.ok(
      apart <= 0.01 * periods.length,
      `YIN: ${apart} of ${periods.length} frames more than 1 cent apart`,
    );
    const { f0Hz, voicedProbability } = pyin(samples, sampleRate, range);
    assertNear(voicedProbability, reference.voicedProbability, "voiced probability");
    reference.pyin.forEach((hz, t) => {
      assert.equal(Number.isNaN(f0Hz[t]), hz === null, `voicing of frame ${t}`);
      if (hz !== null) assert.ok(centsApart(f0Hz[t], hz) < 1, `F0 of frame ${t}: ${f0Hz[t]}, librosa ${hz}`);
    });
  });

  test(`librosa-v1 of ${name} is the recipe's`, () => {
    const row = createLibrosaV1().extract({ samples, sampleRate }) as Float64Array;
    const parts = [
      [0, 40],
      [40, 52],
      [52, 180],
    ];
    for (const [start, end] of parts) {
      assertNear(row.subarray(start, end), reference.recipe.slice(start, end), `columns ${start} to ${end}`);
    }
  });
}

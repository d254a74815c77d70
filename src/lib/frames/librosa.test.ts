import { test } from "node:test";
import { signals } from "../audio/signals.fixture";
import { assertNear, librosa, sparse } from "../features/librosa/librosa-reference.fixture";
import type { Matrix } from "../numbers/matrix";
import { powerToDb } from "./decibels";
import { melPower } from "./mel-spectrogram";
import { Stft, type StftOptions } from "./stft";

function magnitudes(name: string, options: StftOptions): Matrix {
  const stft = new Stft(options);
  const frames = stft.frames(signals[name].samples);
  const data = new Float64Array(frames.count * stft.bins);
  for (let t = 0; t < frames.count; t++) {
    stft.magnitude(frames, t, data.subarray(t * stft.bins, (t + 1) * stft.bins));
  }
  return { rows: frames.count, columns: stft.bins, data };
}

for (const name of Object.keys(signals)) {
  const { samples, sampleRate } = signals[name];
  const reference = librosa[name];

  test(`the signal ${name} is the reference's`, () => {
    assertNear(
      samples.filter((_, i) => i % 500 === 0),
      reference.samples,
      "samples",
      1e-7,
    );
  });

  test(`|STFT| of ${name} is librosa's`, () => {
    assertNear(sparse(magnitudes(name, {}), 5, 41), reference.magnitude, "default");
    const short = {
      nFft: 512,
      winLength: 400,
      hopLength: 160,
      window: "hamming",
      padMode: "reflect",
    } as const;
    assertNear(sparse(magnitudes(name, short), 20, 37), reference.magnitudeShort, "short");
  });

  test(`mel spectrograms of ${name} are librosa's`, () => {
    const mel = melPower(samples, sampleRate);
    assertNear(sparse(mel, 5, 5), reference.mel, "Slaney");
    assertNear(sparse({ ...mel, data: powerToDb(mel.data) }, 5, 5), reference.melDb, "dB");
    const htk = melPower(samples, sampleRate, { nMels: 40, fMin: 50, fMax: 7000, htk: true, norm: "none" });
    assertNear(sparse(htk, 5, 3), reference.melHtk, "HTK");
  });
}

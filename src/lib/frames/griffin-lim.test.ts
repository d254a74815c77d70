import assert from "node:assert/strict";
import { test } from "node:test";
import { fromMelBands } from "./griffin-lim";
import { Stft } from "./stft";

const sampleRate = 16000;
const samples = Float32Array.from(
  { length: 8000 },
  (_, i) => 0.5 * Math.sin((2 * Math.PI * 1000 * i) / sampleRate),
);

/** The frequency of the loudest bin in the middle, and the root mean square of it all. */
function measured(sound: Float32Array) {
  const stft = new Stft({ nFft: 512, hopLength: 128 });
  const frames = stft.frames(sound);
  const power = stft.power(frames, Math.floor(frames.count / 2), new Float64Array(stft.bins));
  const loudestHz = (power.indexOf(Math.max(...power)) * sampleRate) / 512;
  return { loudestHz, rms: Math.sqrt(sound.reduce((sum, one) => sum + one ** 2, 0) / sound.length) };
}

test("a tone comes back from 64 bands near its pitch and near its level, as long as it was", () => {
  const back = fromMelBands({ samples, sampleRate }, 64);
  assert.equal(back.samples.length, samples.length);
  const { loudestHz, rms } = measured(back.samples);
  assert.ok(Math.abs(loudestHz - 1000) < 100, `${loudestHz} Hz`);
  assert.ok(rms > 0.35 / 3 && rms < 0.35 * 3, `${rms}`);
});

test("silence stays silence, and the same sound comes back every time", () => {
  const silent = fromMelBands({ samples: new Float32Array(2000), sampleRate }, 16);
  assert.ok(silent.samples.every((one) => one === 0));
  const again = () => fromMelBands({ samples: samples.subarray(0, 2000), sampleRate }, 16).samples;
  assert.deepEqual(again(), again());
});

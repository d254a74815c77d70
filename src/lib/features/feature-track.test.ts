import assert from "node:assert/strict";
import { test } from "node:test";
import { resample } from "../audio/resample";
import { random } from "../numbers/random";
import { embeddedUtterances, speakUtterance } from "../synthesis/embedded-corpus";
import { createFeatureSet } from "./feature-sets";

const speech = speakUtterance(embeddedUtterances({ speakers: 2 })[50]).waveform;

for (const name of ["egemaps-v02", "logmel-v1"]) {
  for (const sampleRate of [16000, 22050, 8000]) {
    test(`${name} at ${sampleRate} Hz: rows of a track are to the bit those of extract, whatever went before`, () => {
      const { samples } = resample(speech, sampleRate);
      const set = createFeatureSet(name);
      const source = random(`track ${name}`);
      const track = set.track!();
      const hop = Math.round(0.01 * sampleRate);
      for (let round = 0; round < 14; round++) {
        // Forwards and back, on the grid and off it, from 30 ms to the whole.
        const start = source.integer(samples.length / 2 / hop) * hop + (round % 5 === 4 ? 3 : 0);
        const length = Math.round((round === 3 ? 0.03 : 0.2 + 0.8 * source.uniform()) * sampleRate);
        const part = { samples: samples.slice(start, start + length), sampleRate };
        assert.deepEqual(track.row(part, start), set.extract(part));
        if (round === 9) track.forget(samples.length / 4);
      }
    });
  }
}

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { encodeWav } from "../audio/encode-wav";
import { embeddedUtterances, speakUtterance } from "./embedded-corpus";
import { recordElsewhere } from "./record-elsewhere";

/**
 * Of all WAV files, in order. A change means that all results on the embedded corpus must be made
 * anew; say so in CHANGELOG.md.
 */
const DIGESTS = {
  near: "e7e66c766877fcfd2a7b7fcc4e74b5ec762539c43a5b5b5ed481d15446465f75",
  elsewhere: "5de30c03b6d402e56d99f220de9a46ac6492cdc831517b2f8d0a9d0912e0af96",
};

for (const version of ["near", "elsewhere"] as const) {
  test(`the embedded corpus (${version}) has the same bytes on every machine`, () => {
    const hash = createHash("sha256");
    for (const utterance of embeddedUtterances({ version })) {
      const { samples, sampleRate } = speakUtterance(utterance).waveform;
      const seconds = samples.length / sampleRate;
      assert.ok(seconds >= 1.3 && seconds <= 3.3, `${utterance.file} takes ${seconds} s`);
      hash.update(encodeWav(samples, sampleRate));
    }
    assert.equal(hash.digest("hex"), DIGESTS[version]);
  });
}

test("the second version has other speakers, and a chain that takes the low and the high away", () => {
  const [near, elsewhere] = (["near", "elsewhere"] as const).map((version) =>
    embeddedUtterances({ version }),
  );
  assert.equal(elsewhere.length, 6 * 5 * 5);
  const speakers = new Set(near.map(({ voice }) => voice.name));
  assert.ok(elsewhere.every(({ voice }) => !speakers.has(voice.name)));
  const powerOf = (hertz: number) => {
    const samples = Float32Array.from(
      { length: 16000 },
      (_, i) => 0.1 * Math.sin((2 * Math.PI * hertz * i) / 16000),
    );
    const heard = recordElsewhere({ samples, sampleRate: 16000 }, "tone").samples;
    return heard.reduce((sum, sample) => sum + sample * sample, 0);
  };
  assert.ok(powerOf(60) < 0.5 * powerOf(900) && powerOf(7000) < 0.5 * powerOf(900));
});

test("every speaker says every text in every emotion, and a part of it is the beginning of each", () => {
  const all = embeddedUtterances();
  assert.equal(all.length, 8 * 8 * 5);
  assert.equal(new Set(all.map(({ file }) => file)).size, all.length);
  const part = embeddedUtterances({ speakers: 2, texts: 3, emotions: 4 });
  assert.equal(part.length, 2 * 3 * 4);
  assert.ok(part.every(({ file }) => all.some((utterance) => utterance.file === file)));
});

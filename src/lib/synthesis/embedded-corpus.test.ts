import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { encodeWav } from "../audio/encode-wav";
import { embeddedUtterances, speakUtterance } from "./embedded-corpus";

/**
 * Of all 320 WAV files, in order. A change means that all results on the embedded corpus must be
 * made anew; say so in CHANGELOG.md.
 */
const DIGEST = "e7e66c766877fcfd2a7b7fcc4e74b5ec762539c43a5b5b5ed481d15446465f75";

test("the embedded corpus has the same bytes on every machine", () => {
  const hash = createHash("sha256");
  for (const utterance of embeddedUtterances()) {
    const { samples, sampleRate } = speakUtterance(utterance).waveform;
    const seconds = samples.length / sampleRate;
    assert.ok(seconds >= 1.5 && seconds <= 3, `${utterance.file} takes ${seconds} s`);
    hash.update(encodeWav(samples, sampleRate));
  }
  assert.equal(hash.digest("hex"), DIGEST);
});

test("every speaker says every text in every emotion, and a part of it is the beginning of each", () => {
  const all = embeddedUtterances();
  assert.equal(all.length, 8 * 8 * 5);
  assert.equal(new Set(all.map(({ file }) => file)).size, all.length);
  const part = embeddedUtterances({ speakers: 2, texts: 3, emotions: 4 });
  assert.equal(part.length, 2 * 3 * 4);
  assert.ok(part.every(({ file }) => all.some((utterance) => utterance.file === file)));
});

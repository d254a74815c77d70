import assert from "node:assert/strict";
import { test } from "node:test";
import { embeddedUtterances, speakUtterance } from "../synthesis/embedded-corpus";
import { longestUtterance, streamRecordings } from "./stream-recordings";
import { plainSet, tinyListener } from "./streams.fixture";

test("recordings in a row: an utterance for each, of its length, in its place", async () => {
  const speechModel = await tinyListener(plainSet, "logistic", "speaker");
  const recordings = embeddedUtterances({ speakers: 1, texts: 2, emotions: 2 }).map(
    (utterance) => speakUtterance(utterance).waveform,
  );
  const heard = await streamRecordings(speechModel, recordings);
  assert.equal(heard.length, recordings.length);
  let start = 0;
  for (const [i, { samples, sampleRate }] of recordings.entries()) {
    const { startSeconds, endSeconds } = longestUtterance(heard[i])!;
    const seconds = samples.length / sampleRate;
    assert.ok(Math.abs(startSeconds - start) < 0.3 && Math.abs(endSeconds - start - seconds) < 0.3);
    start += seconds + 1;
  }
});

test("nothing of nothing", async () => {
  assert.deepEqual(await streamRecordings(await tinyListener(plainSet, "majority"), []), []);
  assert.equal(longestUtterance([]), undefined);
});

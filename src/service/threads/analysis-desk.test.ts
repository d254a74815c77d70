import assert from "node:assert/strict";
import { test } from "node:test";
import { encodeWav } from "../../lib/audio/encode-wav";
import { plainSet, tinyListener, twoUtterances } from "../../lib/live/streams.fixture";
import { AnalysisDesk } from "./analysis-desk";
import type { AnalysisAnswer, AnalysisCall } from "./analysis-messages";

/** A desk, its answers as they come, and what waits until there are so many of them. */
async function desk() {
  const answers: AnalysisAnswer["type"][] = [];
  let told = () => {};
  const taken = new AnalysisDesk(await tinyListener(plainSet, "logistic"), ({ type }) => {
    answers.push(type);
    told();
  });
  const until = (count: number) =>
    new Promise<void>((resolve) => {
      told = () => answers.length >= count && resolve();
      told();
    });
  return { desk: taken, answers, until };
}

const options = { sampleRate: 16000 };

test("a stream that is released while its opening waits leaves no recognizer; all that waits is answered", async () => {
  const { desk: own, answers, until } = await desk();
  const samples = twoUtterances();
  own.take({ type: "open", id: 1, options });
  for (const id of [2, 3]) {
    own.take({ type: "open", id, options });
    own.take({ type: "push", id, samples });
    own.take({ type: "release", id });
  }
  await until(5);
  assert.deepEqual(answers.sort(), ["events", "events", "opened", "opened", "opened"]);
  assert.equal(own.streams, 1);
});

test("a recording's file is let go before it is listened to", async () => {
  const { desk: own, answers, until } = await desk();
  const bytes = encodeWav(twoUtterances(), 16000);
  const call: AnalysisCall = { type: "recording", id: 1, bytes, maxSeconds: 600 };
  own.take(call);
  await until(1);
  assert.deepEqual([answers, call.bytes.length], [["result"], 0]);
});

test("a stream that has ended, failed or is released is forgotten", async () => {
  const { desk: own, answers, until } = await desk();
  for (const id of [1, 2, 3]) own.take({ type: "open", id, options });
  await until(3);
  assert.equal(own.streams, 3);
  own.take({ type: "end", id: 1 });
  own.take({ type: "push", id: 2, samples: Float32Array.of(Number.NaN) });
  own.take({ type: "release", id: 3 });
  await until(5);
  assert.deepEqual(answers.slice(3).sort(), ["ended", "failed"]);
  assert.equal(own.streams, 0);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { createConditionedSet } from "../features/conditioned-set";
import { answerRecording } from "./answer-recording";
import { StreamingRecognizer } from "./streaming-recognizer";
import { plainSet, tinyListener, twoUtterances } from "./streams.fixture";

const sampleRate = 16000;

test("an utterance of a stream is decided as the file of its samples, and as its copy of another gain", async () => {
  const speechModel = await tinyListener(createConditionedSet(plainSet), "logistic");
  const samples = twoUtterances();
  const stream = new StreamingRecognizer(speechModel, { sampleRate });
  const events = [...(await stream.push(samples)), ...(await stream.end())];
  const utterances = events.flatMap((event) => (event.type === "utterance" ? [event] : []));
  assert.equal(utterances.length, 2);
  for (const { startSeconds, endSeconds, probabilities } of utterances) {
    const part = samples.slice(Math.round(startSeconds * sampleRate), Math.round(endSeconds * sampleRate));
    const file = await answerRecording(speechModel, { samples: part, sampleRate });
    assert.deepEqual(probabilities, file.probabilities);
    const quiet = part.map((sample) => 0.1 * sample + 0.01);
    const copy = await answerRecording(speechModel, { samples: quiet, sampleRate });
    for (const [emotion, p] of Object.entries(probabilities))
      assert.ok(Math.abs(p - copy.probabilities![emotion]) < 1e-3);
  }
});

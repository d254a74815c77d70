import assert from "node:assert/strict";
import { test } from "node:test";
import { StreamingRecognizer } from "../lib/live/streaming-recognizer";
import { twoUtterances } from "../lib/live/streams.fixture";
import { serviceOf } from "./service.fixture";
import { loadSpeechModel } from "./speech-model.fixture";
import { streamToService } from "./stream-to-service";

test("a recording in real time brings the recognizer's events, each window after its last sample", async () => {
  const speech = twoUtterances().slice(0, 40000);
  const { url } = await serviceOf("plain");
  const { events, latenciesMs } = await streamToService(url, { samples: speech, sampleRate: 16000 });
  const stream = new StreamingRecognizer(await loadSpeechModel("plain"), { sampleRate: 16000 });
  assert.deepEqual(events, [...(await stream.push(speech)), ...(await stream.end())]);
  assert.equal(latenciesMs.length, events.filter(({ type }) => type === "window").length);
  assert.ok(latenciesMs.every((latency) => Number.isFinite(latency) && latency > 0));
});

test("a refusal is told in the service's words", async () => {
  const { url } = await serviceOf("plain");
  await assert.rejects(
    streamToService(url, { samples: new Float32Array(10), sampleRate: 100 }),
    /the service closed the stream with \d+: .*sampleRate=100/,
  );
});

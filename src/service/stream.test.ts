import assert from "node:assert/strict";
import { once } from "node:events";
import { before, test } from "node:test";
import type { LiveEvent } from "../lib/live/live-event";
import { StreamingRecognizer } from "../lib/live/streaming-recognizer";
import { twoUtterances } from "../lib/live/streams.fixture";
import { patience, StreamClient, serviceOf, untilMetrics } from "./service.fixture";
import { loadSpeechModel } from "./speech-model.fixture";
import type { Service } from "./start-service";

const speech = twoUtterances();
let service: Service;
let expected: LiveEvent[];

before(async () => {
  service = await serviceOf("plain", {}, { threads: 2 });
  const stream = new StreamingRecognizer(await loadSpeechModel("plain"), { sampleRate: 16000 });
  expected = [...(await stream.push(speech)), ...(await stream.end())];
});

test("a stream gets the recognizer's events, then end, then 1000", async () => {
  const client = await StreamClient.started(service.url);
  client.speak(speech);
  assert.deepEqual(await client.stop(), expected);
  assert.equal(client.messages[client.messages.length - 1].type, "end");
  assert.deepEqual(await client.closed, { code: 1000, reason: "stopped" });
});

test("integers of 16 bit give what the same samples as floating point give", async () => {
  const integers = Int16Array.from(speech, (sample) => Math.round(sample * 32768));
  const [asIntegers, asFloats] = await Promise.all([
    StreamClient.started(service.url, { format: "s16le" }),
    StreamClient.started(service.url),
  ]);
  asIntegers.send(new Uint8Array(integers.buffer));
  asFloats.speak(Float32Array.from(integers, (sample) => sample / 32768));
  assert.deepEqual(await asIntegers.stop(), await asFloats.stop());
});

test("streams side by side do not hear each other", async () => {
  const clients = await Promise.all(Array.from({ length: 6 }, () => StreamClient.started(service.url)));
  for (const client of clients) client.speak(speech);
  for (const client of clients) assert.deepEqual(await client.stop(), expected);
});

test("the options of the start message are the recognizer's", async () => {
  const client = await StreamClient.started(service.url, {
    windowSeconds: 1,
    hopSeconds: 0.25,
    notSureBelow: 1,
  });
  client.speak(speech);
  const windows = (await client.stop()).filter(({ type }) => type === "window");
  assert.ok(windows.length > expected.filter(({ type }) => type === "window").length);
  for (const window of windows) assert.ok("emotion" in window && window.emotion === null);
});

test("a file sent at once is heard at the service's pace, to the last sample", async () => {
  const client = await StreamClient.started(service.url);
  for (let i = 0; i < 20; i++) client.speak(speech);
  const last = (await client.stop()).filter(({ type }) => type === "utterance").at(-1);
  assert.ok(last && "endSeconds" in last && last.endSeconds > (19 * speech.length) / 16000);
});

test("a client that goes away leaves nothing behind", patience, async () => {
  const client = await StreamClient.started(service.url);
  client.speak(speech.subarray(0, 24000));
  client.socket.terminate();
  const metrics = await untilMetrics(service.url, /^ser_streams_total\{outcome="left"\} 1$/m);
  assert.match(metrics, /^ser_streams_open 0$/m);
});

test("close: streams get their last events, then 1001", async () => {
  const stopping = await serviceOf("plain");
  const client = await StreamClient.started(stopping.url);
  client.speak(speech.subarray(0, 24000));
  await once(client.socket, "message");
  await stopping.close();
  assert.equal((await client.closed).code, 1001);
  assert.equal(client.events.at(-1)?.type, "utterance");
  await assert.rejects(fetch(stopping.url));
});

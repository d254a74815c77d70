import assert from "node:assert/strict";
import { once } from "node:events";
import { rmSync, writeFileSync } from "node:fs";
import { connect } from "node:net";
import { before, test } from "node:test";
import { twoUtterances } from "../lib/live/streams.fixture";
import { fileToCome, patience, StreamClient, serviceOf, untilMetrics } from "./service.fixture";
import type { Service } from "./start-service";

const speech = twoUtterances();
const start = { type: "start", sampleRate: 16000, format: "f32le" };
let service: Service;

before(async () => {
  service = await serviceOf("plain", { maxMessageBytes: 100_000, maxStreamSeconds: 8 });
});

const floats = (...values: number[]) => new Uint8Array(Float32Array.from(values).buffer);

/** What is sent, and how the service ends it. */
const refusals: [what: string, messages: (object | string | Uint8Array)[], code: number, message: RegExp][] =
  [
    ["text that is no JSON", ["hello"], 1007, /JSON object/],
    ["JSON that is no object", ["[1, 2]"], 1007, /JSON object/],
    ["no start", [{ type: "stop" }], 1007, /must be a "start"/],
    ["samples before the start", [floats(0)], 1003, /before the start/],
    ["another format", [{ ...start, format: "mp3" }], 1007, /format="mp3" must be "s16le" or "f32le"/],
    ["no rate", [{ type: "start", format: "s16le" }], 1007, /sampleRate is missing/],
    ["a rate of words", [{ ...start, sampleRate: "16k" }], 1007, /sampleRate="16k" must be a number/],
    ["a rate out of reach", [{ ...start, sampleRate: 1 }], 1007, /sampleRate=1 must be a number from 4000/],
    ["an option out of its range", [{ ...start, hopSeconds: 0.001 }], 1007, /hopSeconds=0.001 must be/],
    ["an unknown option", [{ ...start, volume: 11 }], 1007, /volume is not an option/],
    [
      "an option of the prototype",
      ['{"type":"start","format":"s16le","sampleRate":16000,"__proto__":1}'],
      1007,
      /__proto__/,
    ],
    [
      "a value of any depth",
      [`{"type":"start","format":"s16le","sampleRate":${"[".repeat(900)}${"]".repeat(900)}}`],
      1007,
      /sampleRate=\[\.\.\.\] must be a number/,
    ],
    ["a text of any length", ["[".repeat(50_000)], 1007, /50000 bytes is too long/],
    ["a long name", [{ ...start, ["x".repeat(1500)]: 1 }], 1007, /^x{60}\.\.\. is not an option/],
    ["a second start", [start, start], 1003, /after the start/],
    ["half a sample", [start, new Uint8Array(7)], 1007, /7 bytes ends within a sample/],
    ["a sample that is no number", [start, floats(0, Number.NaN)], 1007, /sample 1 of the stream .* is NaN/],
    ["an infinite sample", [start, floats(Number.POSITIVE_INFINITY)], 1007, /sample 0 of the stream/],
  ];

for (const [what, messages, code, message] of refusals) {
  test(`${what}: ${code}, and a sentence that says why`, async () => {
    const client = await new StreamClient(service.url).opened();
    for (const one of messages) client.send(one);
    const ending = await client.ending();
    assert.equal(ending.code, code);
    assert.match(ending.message ?? "", message);
    assert.ok((await client.closed).reason.length > 0);
  });
}

test("a message above the limit: 1009", async () => {
  const client = await StreamClient.started(service.url);
  client.send(new Uint8Array(100_004));
  assert.equal((await client.closed).code, 1009);
});

test("a stream above the limit: its last events, then 1008", async () => {
  const client = await StreamClient.started(service.url);
  for (let i = 0; i < 3; i++) client.speak(speech);
  const { code, reason } = await client.closed;
  assert.deepEqual([code, reason], [1008, "a stream may last 8 s; open another one"]);
  assert.ok(client.events.some(({ type }) => type === "utterance"));
});

test("nothing for too long: 1008", async () => {
  const impatient = await serviceOf("plain", { maxIdleSeconds: 1 });
  const client = await StreamClient.started(impatient.url);
  assert.deepEqual(await client.ending(), { code: 1008, message: "nothing came for 1 s" });
});

test("one stream more than allowed: 1013, and the next one when a place is free; connections are counted, too", async () => {
  const small = await serviceOf("plain", { maxStreams: 2 });
  const [first, second] = await Promise.all([
    StreamClient.started(small.url),
    StreamClient.started(small.url),
  ]);
  const third = await StreamClient.started(small.url);
  assert.deepEqual(await third.ending(), { code: 1013, message: "2 streams are open, which is the most" });
  await first.stop();
  const fourth = await StreamClient.started(small.url);
  assert.equal(fourth.messages[0].type, "started");
  const [more, last] = [
    await new StreamClient(small.url).opened(),
    await new StreamClient(small.url).opened(),
  ];
  const beyond = await new StreamClient(small.url).opened();
  assert.deepEqual(await beyond.closed, { code: 1013, reason: "too many connections" });
  for (const { socket } of [more, last]) socket.close();
  await Promise.all([second.stop(), fourth.stop()]);
});

test("threads that fall behind take no more: 1013, and those that run go on", patience, async () => {
  const file = fileToCome("caught up");
  const busy = await serviceOf(`stalls:${file}`, { maxQueueSeconds: 0.2 });
  const running = await StreamClient.started(busy.url);
  running.speak(speech.map((sample) => 8 * sample));
  await untilMetrics(busy.url, /^ser_queue_seconds (0\.[2-9]\d*|[1-9]\d*\.\d+)$/m);
  const refused = await StreamClient.started(busy.url);
  assert.deepEqual(await refused.ending(), {
    code: 1013,
    message: "the machine is busy with the streams that are open",
  });
  writeFileSync(file, "");
  assert.ok((await running.stop()).some(({ type }) => type === "utterance"));
});

test("a thread that hangs ends its streams with 1011 and is replaced", patience, async (t) => {
  const hanging = await serviceOf(`stalls:${fileToCome("awake again")}`, { maxQueueSeconds: 60 });
  const running = await StreamClient.started(hanging.url);
  running.speak(speech.map((sample) => 8 * sample));
  await untilMetrics(hanging.url, /^ser_queue_seconds (0\.[1-9]\d*|[1-9]\d*\.\d+)$/m);
  const now = performance.now.bind(performance);
  const clock = t.mock.method(performance, "now", () => now() + 31_000);
  assert.deepEqual(await running.ending(), {
    code: 1011,
    message: "the analysis thread gave no answer for 30 s",
  });
  clock.mock.restore();
  const next = await StreamClient.started(hanging.url);
  next.speak(speech);
  assert.ok((await next.stop()).some(({ type }) => type === "utterance"));
});

test("single samples are a flood: 1008", async () => {
  const client = await StreamClient.started(service.url, { sampleRate: 48000 });
  for (let i = 0; i < 2100; i++) client.send(floats(0));
  const { code, message } = await client.ending();
  assert.deepEqual([code, message?.slice(0, 17)], [1008, "too many messages"]);
});

test("a stream that would take more of a thread than there is: 1013", async () => {
  const full = await serviceOf("slow", { maxThreadShare: 0.3 });
  const opened = [];
  for (let i = 0; i < 4; i++) opened.push(await StreamClient.started(full.url));
  assert.equal((await opened[3].ending()).code, 1013);
});

test("a fault of the service ends one stream with 1011; the others hear nothing of it", async () => {
  const failing = await serviceOf("fails");
  const healthy = await StreamClient.started(failing.url);
  const shouting = await StreamClient.started(failing.url);
  healthy.speak(speech);
  shouting.speak(speech.map((sample) => 8 * sample));
  assert.deepEqual(await shouting.ending(), { code: 1011, message: "a fault of the features" });
  assert.ok((await healthy.stop()).some(({ type }) => type === "utterance"));
});

test("a thread that dies ends its streams with 1011 and is replaced", async () => {
  const dying = await serviceOf("dies");
  const shouting = await StreamClient.started(dying.url);
  shouting.speak(speech.map((sample) => 8 * sample));
  assert.deepEqual(await shouting.ending(), { code: 1011, message: "the analysis thread ended" });
  const next = await StreamClient.started(dying.url);
  next.speak(speech);
  assert.ok((await next.stop()).some(({ type }) => type === "utterance"));
});

test(
  "a thread that dies and cannot be started again: 1013, 503 and not ready; later it is",
  patience,
  async () => {
    const file = fileToCome("no model");
    const dying = await serviceOf(`dies for good:${file}`);
    const isReady = async () => (await fetch(`${dying.url}/readyz`)).status === 200;
    const shouting = await StreamClient.started(dying.url);
    shouting.speak(speech.map((sample) => 8 * sample));
    assert.deepEqual(await shouting.ending(), { code: 1011, message: "the analysis thread ended" });
    while (await isReady());
    const refused = await StreamClient.started(dying.url);
    assert.deepEqual(await refused.ending(), {
      code: 1013,
      message: "an analysis thread that died could not be started again; it is tried every 5 s",
    });
    rmSync(file);
    while (!(await isReady()));
    const next = await StreamClient.started(dying.url);
    next.speak(speech);
    assert.ok((await next.stop()).some(({ type }) => type === "utterance"));
  },
);

test("a connection that breaks within a frame, and one that speaks no WebSocket, leave the service up", async () => {
  const { hostname, port } = new URL(service.url);
  const client = await StreamClient.started(service.url);
  // The header of a masked binary frame of 1000 bytes, and three of them.
  (client.socket as unknown as { _socket: import("node:net").Socket })._socket.end(
    Buffer.from([0x82, 0xfe, 0x03, 0xe8, 1, 2, 3, 4, 5, 6, 7]),
  );
  await client.closed;
  const stranger = connect(Number(port), hostname);
  stranger.end("GET /v1/stream HTTP/1.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\nrubbish");
  stranger.resume();
  await once(stranger, "close");
  assert.equal((await fetch(`${service.url}/healthz`)).status, 200);
});

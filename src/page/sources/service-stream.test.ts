import assert from "node:assert/strict";
import { test } from "node:test";
import type { LiveEvent } from "../../lib/live/live-event";
import { ServiceStream } from "./service-stream";

const sampleRate = 16000;
const second = new Float32Array(sampleRate);

/** A connection that sends nothing on by itself. */
class FalseSocket {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  readonly sent: (string | Int16Array)[] = [];
  onopen?: () => void;
  onmessage?: (event: { data: string }) => void;
  onclose?: (event: { code: number; reason: string }) => void;

  send(message: string | Int16Array): void {
    this.sent.push(message);
    this.bufferedAmount += typeof message === "string" ? message.length : message.byteLength;
  }

  close(): void {
    this.readyState = 3;
  }

  says(message: object): void {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  closes(code: number): void {
    this.close();
    this.onclose?.({ code, reason: "" });
  }
}

/** A stream, its connections, and what it tells. */
function openStream() {
  const sockets: FalseSocket[] = [];
  const events: LiveEvent[] = [];
  const troubles: (string | undefined)[] = [];
  const failures: string[] = [];
  const connect = () => {
    sockets.push(new FalseSocket());
    return sockets[sockets.length - 1] as unknown as WebSocket;
  };
  const stream = new ServiceStream(connect, sampleRate, {
    onEvents: (given) => events.push(...given),
    onTrouble: (message) => troubles.push(message),
    onFailure: (message) => failures.push(message),
  });
  const start = (socket: FalseSocket) => {
    socket.onopen?.();
    socket.says({ type: "started" });
  };
  return { stream, sockets, events, troubles, failures, start };
}

test("samples go as 16-bit integers", () => {
  const { stream, sockets, start } = openStream();
  start(sockets[0]);
  stream.push(Float32Array.of(0.5, -1, 2));
  assert.deepEqual(sockets[0].sent, [
    '{"type":"start","sampleRate":16000,"format":"s16le"}',
    Int16Array.of(16384, -32768, 32767),
  ]);
});

test("a slow connection is told in words, and that it is well again", () => {
  const { stream, sockets, troubles, start } = openStream();
  start(sockets[0]);
  for (let i = 0; i < 4; i++) stream.push(second);
  assert.match(troubles[0]!, /connection to the service is too slow: decisions come some seconds late/);
  sockets[0].bufferedAmount = 0;
  stream.push(second);
  assert.deepEqual(troubles.slice(1), [undefined]);
});

test("decisions that come late are told, though nothing seems to wait", () => {
  const { stream, sockets, troubles, start } = openStream();
  start(sockets[0]);
  const pushAndTake = (endSeconds: number) => {
    sockets[0].bufferedAmount = 0;
    stream.push(second);
    sockets[0].says({
      type: "window",
      startSeconds: 0,
      endSeconds,
      probabilities: {},
      smoothed: {},
      emotion: null,
    });
  };
  for (const endSeconds of [1, 1.5, 1, 4]) pushAndTake(endSeconds);
  assert.match(troubles[0]!, /decisions come some seconds late/);
  pushAndTake(5);
  assert.deepEqual(troubles.slice(1), [undefined]);
});

test("where sound must be left out, another stream begins after the gap, with right times", async () => {
  const { stream, sockets, events, troubles, failures, start } = openStream();
  start(sockets[0]);
  for (let i = 0; i < 15; i++) stream.push(second);
  assert.match(troubles.at(-1)!, /too slow. What is said now is not recognised/);
  assert.equal(sockets[0].sent.at(-1), '{"type":"stop"}', "what was sent is listened to");
  sockets[0].says({ type: "speech-end", timeSeconds: 11 });
  sockets[0].says({ type: "end" });
  sockets[0].closes(1000);
  start(sockets[1]);
  stream.push(second);
  sockets[1].says({ type: "speech-start", timeSeconds: 0.5 });
  assert.deepEqual(events, [
    { type: "speech-end", timeSeconds: 11 },
    { type: "speech-start", timeSeconds: 15.5 },
  ]);
  assert.equal(troubles.at(-1), undefined);
  const ended = stream.end();
  sockets[1].says({ type: "end" });
  assert.equal(await ended, true);
  assert.deepEqual(failures, []);
});

test("a service that does not take the stream is told in words", () => {
  const { stream, sockets, troubles } = openStream();
  sockets[0].onopen?.();
  for (let i = 0; i < 2; i++) stream.push(second);
  assert.match(troubles[0]!, /does not answer yet. What is said now is not recognised/);
});

test("last events that do not come are told at the stop", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const lost = openStream();
  lost.start(lost.sockets[0]);
  const broken = lost.stream.end();
  lost.sockets[0].closes(1006);
  const stalled = openStream();
  stalled.start(stalled.sockets[0]);
  const late = stalled.stream.end();
  t.mock.timers.tick(10000);
  assert.deepEqual(await Promise.all([broken, late]), [false, false]);
  for (const { failures } of [lost, stalled]) assert.match(failures.join(), /last decisions did not come/);
});

test("a stream that the service has ended is told once", async () => {
  const { stream, sockets, failures, start } = openStream();
  start(sockets[0]);
  sockets[0].says({ type: "error", code: 1008, message: "a stream may last 3600 s" });
  sockets[0].closes(1008);
  assert.equal(await stream.end(), false);
  assert.deepEqual(failures, ["The service ended the stream: a stream may last 3600 s."]);
});

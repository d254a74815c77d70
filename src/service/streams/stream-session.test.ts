import assert from "node:assert/strict";
import { EventEmitter } from "node:events";
import { test } from "node:test";
import type { WebSocket } from "ws";
import { ServiceMetrics } from "../service-metrics";
import { defaultLimits } from "../service-options";
import type { AnalysisPool } from "../threads/analysis-pool";
import type { StreamObserver } from "../threads/analysis-thread";
import { StreamSession } from "./stream-session";

/** A socket whose client takes nothing: what is sent stays. */
class StuckSocket extends EventEmitter {
  readonly OPEN = 1;
  readyState = 1;
  bufferedAmount = 0;
  isPaused = false;
  terminated = false;

  send(text: string): void {
    this.bufferedAmount += text.length;
  }

  readonly closedWith: number[] = [];

  close(code: number): void {
    this.closedWith.push(code);
  }

  terminate(): void {
    this.terminated = true;
    this.readyState = 3;
    this.emit("close");
  }

  pause(): void {
    this.isPaused = true;
  }

  resume(): void {
    this.isPaused = false;
  }
}

/** A session on a stuck socket, with an analysis that the test speaks for. */
function stuckSession() {
  const socket = new StuckSocket();
  const calls: string[] = [];
  let observer: StreamObserver | undefined;
  const pool = {
    streams: 0,
    queueSeconds: 0,
    open(_choice: unknown, given: StreamObserver) {
      observer = given;
      const note = (call: string) => () => void calls.push(call);
      return { push: note("push"), end: note("end"), release: note("release") };
    },
  } as unknown as AnalysisPool;
  const metrics = new ServiceMetrics(pool);
  new StreamSession(socket as unknown as WebSocket, {
    ...{ pool, limits: defaultLimits, metrics, mark: {} },
  });
  socket.emit("message", Buffer.from('{"type":"start","sampleRate":16000,"format":"f32le"}'), false);
  return { socket, calls, observer: observer!, metrics };
}

const window = {
  type: "window",
  startSeconds: 0,
  endSeconds: 3,
  probabilities: { anger: 1 },
  smoothed: { anger: 1 },
  emotion: "anger",
} as const;

test("a client that takes no events is cut at the limit, and its analysis is released", async () => {
  const { socket, calls, observer, metrics } = stuckSession();
  for (let sent = 0; !socket.terminated; sent++) {
    assert.ok(sent < 20_000);
    socket.emit("message", Buffer.alloc(4 * 320), true);
    observer.onEvents([window]);
  }
  assert.ok(socket.bufferedAmount < defaultLimits.maxUnsentBytes + 1000);
  assert.equal(calls[calls.length - 1], "release");
  assert.match(await metrics.registry.metrics(), /ser_streams_total\{outcome="cut"\} 1/);
});

test("a client that sends faster than it is listened to is not read until the rest is heard", () => {
  const { socket, calls, observer } = stuckSession();
  socket.emit("message", Buffer.alloc(4 * 16000 * 6), true);
  assert.ok(socket.isPaused);
  for (const call of calls) {
    assert.equal(call, "push");
    observer.onEvents([]);
  }
  assert.ok(!socket.isPaused);
  socket.terminate();
});

test("a client far ahead of real time is not read for a while, however fast it is listened to", (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { socket, calls, observer } = stuckSession();
  socket.emit("message", Buffer.alloc(4 * 16000 * 25), true);
  for (const _ of calls) observer.onEvents([]);
  assert.ok(socket.isPaused);
  t.mock.timers.tick(2000);
  assert.ok(!socket.isPaused);
  socket.terminate();
});

test("tiny messages are joined: the analysis gets pieces of 20 ms and more", () => {
  const { socket, calls } = stuckSession();
  for (let i = 0; i < 1500; i++) socket.emit("message", Buffer.alloc(4), true);
  assert.equal(calls.length, Math.floor(1500 / 320));
  socket.emit("message", Buffer.from('{"type":"stop"}'), false);
  assert.deepEqual(calls.slice(-2), ["push", "end"]);
  assert.equal(calls.length, Math.ceil(1500 / 320) + 1);
  socket.terminate();
});

for (const [what, event, ...values] of [
  ["empty messages", "message", Buffer.alloc(0), true],
  ["pings", "ping"],
] as const) {
  test(`a flood of ${what} is closed and not read on`, () => {
    const { socket, calls } = stuckSession();
    for (let i = 0; i < 5000; i++) socket.emit(event, ...values);
    assert.deepEqual(socket.closedWith, [1008]);
    assert.ok(socket.isPaused);
    assert.deepEqual(calls, ["release"]);
    socket.terminate();
  });
}

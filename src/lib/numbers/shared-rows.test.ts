import assert from "node:assert/strict";
import { test } from "node:test";
import { MessageChannel, receiveMessageOnPort } from "node:worker_threads";
import { shareRows } from "./shared-rows";

test("shared rows hold the same numbers, each once, whatever thread they are handed to", () => {
  const rows = [Float64Array.of(1, -0, Number.NaN), Float64Array.of(Math.PI)];
  const shared = shareRows(rows);
  assert.deepEqual(
    shared.map((row) => [...row]),
    rows.map((row) => [...row]),
  );
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(shared);
  const received = receiveMessageOnPort(port2)?.message as Float64Array[];
  shared[1][0] = 5;
  assert.equal(received[1][0], 5);
  assert.equal(received[0].buffer, received[1].buffer);
  port1.close();
});

test("matrices keep their shape and precision", () => {
  const matrix = { rows: 2, columns: 1, data: Float32Array.of(0.1, 0.2) };
  assert.deepEqual(shareRows([matrix])[0], matrix);
  assert.ok(shareRows([matrix])[0].data.buffer instanceof SharedArrayBuffer);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { secondsLeft, terminalProgress } from "./terminal-progress";

function fakeStream(isTTY: boolean) {
  const written: string[] = [];
  const stream = { isTTY, write: (text: string) => written.push(text) } as unknown as NodeJS.WriteStream;
  return { stream, written };
}

test("the time left follows from the time that the part done took", () => {
  assert.equal(secondsLeft(25, 100, 10), 30);
  assert.equal(secondsLeft(0, 100, 10), undefined);
});

test("on a terminal one line is rewritten and cleared at the end", () => {
  const { stream, written } = fakeStream(true);
  const progress = terminalProgress(stream);
  progress(1, 2, "librosa-v1");
  progress(2, 2, "librosa-v1");
  assert.match(written[0], /librosa-v1 1\/2, \d+ s left$/);
  assert.equal(written[1], "\r\x1b[K");
});

test("in a log, short work says nothing", () => {
  const { stream, written } = fakeStream(false);
  terminalProgress(stream)(1, 2, "librosa-v1");
  assert.deepEqual(written, []);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { pairedShare } from "./paired-share";

const decisions = (right: readonly boolean[]) =>
  right.map((one, i) => ({ speaker: `s${i % 4}`, right: one }));

test("the same decisions differ by nothing, and the interval says so", () => {
  const same = decisions(Array.from({ length: 20 }, (_, i) => i % 3 === 0));
  assert.deepEqual(pairedShare(same, same, 0), { difference: 0, interval: [0, 0] });
});

test("the difference is that of the shares, inside its interval, and changes its sign with the order", () => {
  const [worse, better] = [3, 2].map((k) => decisions(Array.from({ length: 24 }, (_, i) => i % k === 0)));
  const { difference, interval } = pairedShare(worse, better, 1);
  assert.ok(Math.abs(difference - (12 - 8) / 24) < 1e-12);
  assert.ok(interval[0] <= difference && difference <= interval[1]);
  assert.equal(pairedShare(better, worse, 1).difference, -difference);
});

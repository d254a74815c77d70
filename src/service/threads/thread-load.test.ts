import assert from "node:assert/strict";
import type { EventLoopUtilityFunction } from "node:perf_hooks";
import { test } from "node:test";
import { ThreadLoad } from "./thread-load";

/** A thread that is always busy for this share of its time. */
const busyFor = (share: () => number) =>
  (() => ({ idle: 0, active: 0, utilization: share() })) as unknown as EventLoopUtilityFunction;

test("what one stream costs is learned from what all have cost, slowly", () => {
  let share = 0.4;
  const load = new ThreadLoad(
    busyFor(() => share),
    0.1,
    0,
  );
  assert.equal(load.of(5), 0.5);
  load.note(0, 2, 0.5); // not yet a second
  assert.equal(load.of(5), 0.5);
  for (let now = 1; now < 60; now++) load.note(0, 2, now);
  assert.ok(Math.abs(load.of(1) - 0.2) < 0.01, `${load.of(1)}`);
  share = 0;
  load.note(0, 2, 60);
  assert.ok(load.of(1) > 0.15);
});

test("the longest wait of late counts, and fades by half each second", () => {
  const load = new ThreadLoad(
    busyFor(() => 0),
    0,
    0,
  );
  load.note(0.4, 1, 10);
  load.note(0.1, 1, 10.5);
  assert.equal(load.waitSeconds(11), 0.2);
  load.note(0.3, 1, 11);
  assert.equal(load.waitSeconds(11), 0.3);
});

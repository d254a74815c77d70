import assert from "node:assert/strict";
import { test } from "node:test";
import { Uploads } from "./uploads";

const limits = {
  maxUploads: 3,
  leastUploadBytesPerSecond: 1000,
  uploadGraceSeconds: 5,
  maxUploadSeconds: 60,
};

/** Uploads under a clock that the test moves, and why each was dropped. */
function uploads() {
  const clock = { seconds: 100 };
  const dropped: string[] = [];
  const all = new Uploads(limits, () => clock.seconds * 1000);
  const begin = (name: string) => {
    const source = { bytesRead: 7 };
    return { source, arrived: all.begin(source, (why) => dropped.push(`${name}: ${why}`)) };
  };
  return { all, clock, dropped, begin };
}

test("one below the least rate is dropped after the grace, one above it after the deadline", () => {
  const { all, clock, dropped, begin } = uploads();
  begin("drips");
  const steady = begin("steady");
  clock.seconds += 4.9;
  all.dropSlow();
  assert.equal(all.count, 2);
  clock.seconds += 0.2;
  steady.source.bytesRead += 10_000;
  all.dropSlow();
  assert.deepEqual(dropped, ["drips: the recording came with less than 1000 bytes a second"]);
  clock.seconds += 60;
  steady.source.bytesRead += 1_000_000;
  all.dropSlow();
  assert.deepEqual(dropped.slice(1), ["steady: the recording did not arrive within 60 s"]);
  assert.equal(all.count, 0);
});

test("where all places are taken the slowest gives its own, but none that has just begun", () => {
  const { all, clock, dropped, begin } = uploads();
  const [fast, slow] = [begin("fast"), begin("slow")];
  begin("third").source.bytesRead += 90_000;
  assert.throws(() => begin("fourth"), { name: "BusyError", message: /^3 recordings are being sent/ });
  clock.seconds += 5;
  fast.source.bytesRead += 100_000;
  slow.source.bytesRead += 10_000;
  begin("fifth");
  assert.deepEqual(dropped, ["slow: others wait, and this recording came slowest"]);
  assert.equal(all.count, 3);
});

test("one that has arrived is forgotten", () => {
  const { all, clock, dropped, begin } = uploads();
  begin("whole").arrived();
  clock.seconds += 100;
  all.dropSlow();
  assert.deepEqual([all.count, dropped], [0, []]);
});

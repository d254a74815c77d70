import assert from "node:assert/strict";
import { test } from "node:test";
import { Turns } from "./turns";

test("a stream with much waiting does not hold another up, and each keeps its order", async () => {
  const turns = new Turns();
  const done: string[] = [];
  const note = (name: string) => async () => void done.push(name);
  for (const name of ["a1", "a2", "a3", "a4"]) turns.add(1, note(name));
  turns.add(2, note("b1"));
  await new Promise<void>((resolve) => turns.add(2, async () => resolve()));
  assert.ok(done.indexOf("b1") < done.indexOf("a3") || !done.includes("a3"), String(done));
  await new Promise<void>((resolve) => turns.add(1, async () => resolve()));
  assert.deepEqual(
    done.filter((name) => name.startsWith("a")),
    ["a1", "a2", "a3", "a4"],
  );
});

test("waiting counts from when a piece is first of its stream: a stream does not wait for itself", async () => {
  let now = 0;
  const turns = new Turns(() => now);
  const waits: number[] = [];
  const piece = async (waited: number) => {
    waits.push(waited);
    now += 50;
  };
  for (let i = 0; i < 3; i++) turns.add(1, piece);
  turns.add(2, piece);
  await new Promise<void>((resolve) => turns.add(1, async () => resolve()));
  assert.deepEqual(waits, [0, 0, 0.05, 0.05]); // of 1, 1, 2 after the second, and 1 after 2
});

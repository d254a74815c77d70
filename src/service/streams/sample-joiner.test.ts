import assert from "node:assert/strict";
import { test } from "node:test";
import { SampleJoiner } from "./sample-joiner";

const count = (length: number, first = 0) => Float32Array.from({ length }, (_, i) => first + i);

test("messages of any length give the same samples in the same order, in pieces within the bounds", () => {
  for (const length of [1, 3, 7, 10, 64, 1000]) {
    const joiner = new SampleJoiner(10, 4);
    const pieces: Float32Array[] = [];
    for (let at = 0; at < 1000; at += length) {
      pieces.push(...joiner.add(count(Math.min(length, 1000 - at), at)));
    }
    pieces.push(...joiner.flush());
    assert.deepEqual(
      pieces.flatMap((piece) => [...piece]),
      [...count(1000)],
    );
    assert.ok(pieces.slice(0, -1).every((piece) => piece.length >= 4 && piece.length <= 10));
    assert.ok(!joiner.holds);
  }
});

test("a piece is its own copy, so that it can be handed to a thread", () => {
  const joiner = new SampleJoiner(4, 2);
  const [first] = joiner.add(count(2));
  joiner.add(count(2, 5));
  assert.deepEqual([...first], [0, 1]);
});

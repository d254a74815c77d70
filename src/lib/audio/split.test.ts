import assert from "node:assert/strict";
import { test } from "node:test";
import { assertNear, librosa } from "../features/librosa/librosa-reference.fixture";
import { preEmphasis } from "./pre-emphasis";
import { signals } from "./signals.fixture";
import { split } from "./split";
import { trim } from "./trim";

for (const [name, { samples }] of Object.entries(signals)) {
  test(`trim, split and pre-emphasis of ${name} are librosa's`, () => {
    const kept = trim(samples, { topDb: 30 });
    assert.deepEqual([kept.start, kept.end], librosa[name].trim);
    assert.deepEqual(
      split(samples, { topDb: 30 }).map(({ start, end }) => [start, end]),
      librosa[name].split,
    );
    assertNear(
      preEmphasis(samples).filter((_, i) => i % 500 === 0),
      librosa[name].preEmphasis,
      "pre-emphasis",
    );
  });
}

test("two bursts are two intervals; silence is one, as in librosa", () => {
  const samples = Float32Array.from({ length: 32000 }, (_, i) =>
    i < 8000 || i >= 24000 ? Math.sin(i / 10) : 0,
  );
  assert.deepEqual(split(samples), [
    { start: 0, end: 9216 },
    { start: 23040, end: 32000 },
  ]);
  assert.deepEqual(split(new Float32Array(4096)), [{ start: 0, end: 4096 }]);
});

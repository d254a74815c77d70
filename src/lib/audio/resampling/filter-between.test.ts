import assert from "node:assert/strict";
import { test } from "node:test";
import { filterBetween } from "./filter-between";
import { InterpolatedFilter } from "./interpolated-filter";
import { PolyphaseFilter } from "./polyphase-filter";

test("usual rates are resampled exactly, others between phases", () => {
  for (const from of [8000, 11025, 22050, 32000, 44100, 48000, 96000, 192000]) {
    assert.ok(filterBetween(from, 16000) instanceof PolyphaseFilter, `${from} Hz`);
  }
  for (const from of [4001, 22255, 44101, 96001, 191999]) {
    const filter = filterBetween(from, 16000);
    assert.ok(filter instanceof InterpolatedFilter, `${from} Hz`);
    assert.equal(filter.outputLength(from), 16000);
  }
});

test("interpolated, a filter gives what the exact one gives", () => {
  const samples = Float32Array.from({ length: 4000 }, (_, i) => Math.sin(i * i * 1e-4));
  for (const [from, to] of [
    [44100, 16000],
    [8000, 44100],
  ]) {
    const [exact, other] = [new PolyphaseFilter(from, to), new InterpolatedFilter(from, to)].map((filter) =>
      filter.block(samples, filter.firstInput(0), 0).slice(0, 256),
    );
    const off = exact.map((value, i) => Math.abs(value - other[i]));
    assert.ok(Math.max(...off) < 3e-6, `${from} to ${to} Hz: off by ${Math.max(...off)}`);
  }
});

test("a filter is made once, and the last eight are kept", () => {
  const first = filterBetween(1000, 2000);
  for (let i = 1; i <= 7; i++) filterBetween(1000 * i, 8000 * i);
  assert.equal(filterBetween(1000, 2000), first);
  for (let i = 1; i <= 20; i++) filterBetween(1000 * i, 4000 * i);
  assert.notEqual(filterBetween(1000, 2000), first);
});

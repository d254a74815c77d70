import assert from "node:assert/strict";
import { test } from "node:test";
import reference from "./egemaps.reference.json";
import { egemapsDescriptors } from "./egemaps-descriptors";
import { referenceSignal } from "./reference-signal.fixture";

const descriptors = egemapsDescriptors(referenceSignal());
const every = 4;

/**
 * Share of the reference's frames whose value differs by more than a thousandth of the descriptor's
 * range.
 */
function differing(column: number): number {
  const expected = reference.descriptors.map((row) => row[column]);
  const range = Math.max(...expected.map(Math.abs));
  const { data, columns } = descriptors.frames;
  const bad = expected.filter(
    (value, row) => Math.abs(data[row * every * columns + column] - value) > 1e-3 * range,
  );
  return bad.length / expected.length;
}

test("the descriptors are openSMILE's, in its order", () => {
  assert.deepEqual([...descriptors.columns], reference.descriptorNames);
});

descriptors.columns.forEach((name, column) => {
  // Formants of bare noise depend on single digits of openSMILE's floats.
  const allowed = /^F\d(frequency|bandwidth)/.test(name) ? 0.25 : 0.05;
  test(`${name} frame by frame`, () => {
    const share = differing(column);
    assert.ok(share <= allowed, `${(100 * share).toFixed(0)} % of the frames differ`);
  });
});

test("the contours for the figure tell voiced from unvoiced frames", () => {
  const { seconds, f0Hz, formantsHz, loudness, hnrDb } = descriptors;
  assert.equal(formantsHz.length, 3);
  for (const contour of [f0Hz, ...formantsHz, loudness, hnrDb]) assert.equal(contour.length, seconds.length);
  const at = (time: number) => f0Hz[seconds.findIndex((value) => value >= time)];
  assert.ok(Number.isNaN(at(0.1)));
  assert.ok(Math.abs(at(0.5) - 150) < 10, `${at(0.5)}`);
});

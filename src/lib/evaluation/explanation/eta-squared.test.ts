import assert from "node:assert/strict";
import { test } from "node:test";
import { random } from "../../numbers/random";
import { etaSquared } from "./eta-squared";

test("eta squared is 1 where only the group matters, 0 where the groups' means agree", () => {
  assert.equal(etaSquared([1, 1, 3, 3], ["a", "a", "b", "b"]), 1);
  assert.equal(etaSquared([1, 3, 1, 3], ["a", "a", "b", "b"]), 0);
  assert.equal(etaSquared([2, 2, 2], ["a", "b", "b"]), 0);
});

test("eta squared gives the value worked out by hand", () => {
  // means 1, 2, 3; squares around them: 1 + 1 + 0 + 0 + 1 + 1 = 4; between them: 2 * (1 + 0 + 1) =
  // 4
  assert.ok(Math.abs(etaSquared([0, 2, 2, 2, 2, 4], ["a", "a", "b", "b", "c", "c"]) - 0.5) < 1e-12);
});

test("eta squared does not change with scale and offset", () => {
  const source = random(1);
  const values = Array.from({ length: 60 }, () => source.normal());
  const groups = values.map((_, i) => "abc"[i % 3]);
  const moved = etaSquared(
    values.map((value) => 5 - 3 * value),
    groups,
  );
  assert.ok(Math.abs(moved - etaSquared(values, groups)) < 1e-12);
});

test("eta squared refuses lists that differ in length", () => {
  assert.throws(() => etaSquared([1], ["a", "b"]), /values and groups differ in length: 1 and 2/);
});

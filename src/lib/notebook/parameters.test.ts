import assert from "node:assert/strict";
import { test } from "node:test";
import { InputError } from "../check";
import { assignments, environment, tellParameters } from "./parameters";

test("what the runner gives is assigned where the cell declares it, and nowhere else", () => {
  const cell = 'let corpus = "data/synthetic";\nlet seed = 0; // of what is drawn';
  const given = { corpus: 'a "b"', seed: 3, audio: false };
  assert.equal(assignments(cell, given), 'void (corpus = "a \\"b\\"");\nvoid (seed = 3);');
});

test("a number below zero and a part of one are refused with their name", () => {
  for (const seed of [-1, 0.5, Number.NaN])
    assert.throws(
      () => tellParameters({ seed }),
      new InputError(`seed=${seed} must be a whole number, zero or more`),
    );
});

test("settings from the runner that are no JSON are refused with their value", () => {
  process.env.NB_PARAMS = "corpus";
  assert.throws(environment, /NB_PARAMS=corpus must be a JSON object/);
  delete process.env.NB_PARAMS;
});

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

test("a parameter of the wrong kind is refused with its name, its value and what is allowed", () => {
  for (const [given, sentence] of [
    [{ seed: "x" }, "seed=x must be a whole number, zero or more"],
    [{ skipBad: "no" }, "skipBad=no must be true or false"],
    [{ corpus: 3 }, "corpus=3 must be a text"],
  ] as const)
    assert.throws(() => tellParameters(given), new InputError(sentence));
});

test("settings from the runner that are no JSON are refused with their value", () => {
  for (const [given, sentence] of [
    ["corpus", /^NB_PARAMS is damaged: it is not JSON; give an object such as/],
    ["[1]", /^NB_PARAMS is damaged: expected record, received array; give an object/],
    ['{"name": null}', /^NB_PARAMS is damaged: name: /],
  ] as const) {
    process.env.NB_PARAMS = given;
    assert.throws(environment, { name: "InputError", message: sentence });
  }
  delete process.env.NB_PARAMS;
});

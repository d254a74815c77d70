import assert from "node:assert/strict";
import { afterEach, test } from "node:test";
import { parameters } from "./parameters";

afterEach(() => {
  delete process.env.NB_PARAMS;
});

test("the runner's values replace the defaults, and what holds is printed", (t) => {
  const log = t.mock.method(console, "log", () => {});
  process.env.NB_PARAMS = '{"corpus": "/data/new", "unknown": 1}';
  assert.deepEqual(parameters({ corpus: "data/synthetic", epochs: 3 }), { corpus: "/data/new", epochs: 3 });
  assert.deepEqual(
    log.mock.calls.map(({ arguments: [line] }) => line),
    ["corpus = /data/new", "epochs = 3"],
  );
});

test("a value of another type is refused by name", () => {
  process.env.NB_PARAMS = '{"epochs": "many"}';
  assert.throws(() => parameters({ epochs: 3 }), /epochs="many" must be a number, as its default 3 is/);
});

test("what is no JSON is refused", () => {
  process.env.NB_PARAMS = "corpus=x";
  assert.throws(() => parameters({ epochs: 3 }), /NB_PARAMS=corpus=x must be a JSON object/);
});

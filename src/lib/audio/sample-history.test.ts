import assert from "node:assert/strict";
import { test } from "node:test";
import { random } from "../numbers/random";
import { SampleHistory } from "./sample-history";

test("what is not forgotten stands where it was pushed", () => {
  const source = random("history");
  const history = new SampleHistory();
  let from = 0;
  for (let round = 0; round < 500; round++) {
    const at = history.end;
    history.append(Float32Array.from({ length: source.integer(3000) }, (_, i) => at + i));
    from = Math.max(from, history.end - 5000);
    history.forget(from);
    const start = from + source.integer(history.end - from);
    const expected = Float32Array.from({ length: history.end - start }, (_, i) => start + i);
    assert.deepEqual(history.view(start, history.end), expected);
  }
  assert.ok(history.held.samples.length < 15000);
});

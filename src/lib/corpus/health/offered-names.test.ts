import assert from "node:assert/strict";
import { test } from "node:test";
import { offeredNames } from "./offered-names";

const recordings = (...emotions: string[]) =>
  emotions.map((emotion, i) => ({ file: `${i}.wav`, speaker: "1", emotion }));

test("words for emotions in the usual languages are offered their common names", () => {
  assert.match(
    offeredNames({ recordings: recordings("Wut", "tristesse", "生气", "neutral", "Wut", "foo") }) ?? "",
    /--map labels\.json with \{"Wut":"anger","tristesse":"sadness","生气":"anger"\}/,
  );
});

test("nothing is offered for common names, unknown words, and what a map means", () => {
  assert.equal(offeredNames({ recordings: recordings("anger", "excited") }), undefined);
  const selection = { map: { emotion: { Wut: "Wut" }, speaker: {} } };
  assert.equal(offeredNames({ recordings: recordings("Wut"), selection }), undefined);
});

import assert from "node:assert/strict";
import { test } from "node:test";
import type { CheckedCorpus } from "../corpus/recording";
import { bookPart } from "./book-part";

const emotions = ["anger", "neutral", "sadness"];
const corpusOf = (count: number, speakers: number) => {
  const recordings = Array.from({ length: count }, (_, i) => ({
    ...{ file: `${i}.wav`, speaker: `s${i % speakers}`, emotion: emotions[Math.floor(i / speakers) % 3] },
  }));
  return { name: "made", recordings } as unknown as CheckedCorpus;
};
const countOf = (values: readonly string[]) =>
  values.reduce<Record<string, number>>((counts, one) => {
    counts[one] = (counts[one] ?? 0) + 1;
    return counts;
  }, {});

test("a small corpus is taken as it is", () => {
  const corpus = corpusOf(40, 4);
  assert.equal(bookPart(corpus), corpus);
});

test("of a larger one 15 recordings of each drawn speaker are taken, as many of each emotion", () => {
  const { recordings, notes } = bookPart(corpusOf(6000, 50));
  assert.deepEqual(Object.values(countOf(recordings.map(({ speaker }) => speaker))), Array(8).fill(15));
  assert.deepEqual(countOf(recordings.map(({ emotion }) => emotion)), {
    anger: 40,
    neutral: 40,
    sadness: 40,
  });
  assert.deepEqual(notes, ["120 of 6000 recordings, at most 15 of a speaker."]);
});

test("where each recording has a speaker of its own, 120 are drawn, and not the first ones", () => {
  const { recordings } = bookPart(corpusOf(900, 900));
  assert.equal(recordings.length, 120);
  assert.ok(recordings.filter(({ file }) => Number.parseInt(file, 10) < 120).length < 40);
});

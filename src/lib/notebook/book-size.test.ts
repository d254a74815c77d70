import assert from "node:assert/strict";
import { test } from "node:test";
import { bookFolds, bookSizeText, bookTraining } from "./book-size";

const corpusOf = (count: number, speakers: number) =>
  Array.from({ length: count }, (_, i) => ({
    ...{ file: `${i}.wav`, speaker: `s${i % speakers}`, emotion: "anger" },
  }));

test("small corpora, and large ones of few speakers, leave out each speaker", () => {
  for (const recordings of [corpusOf(339, 10), corpusOf(1000, 50), corpusOf(5000, 4)]) {
    assert.equal(bookFolds(recordings), "loso");
    assert.equal(bookSizeText(recordings), undefined);
  }
});

test("large corpora leave out a fifth of the speakers, and say so", () => {
  const recordings = corpusOf(5000, 50);
  assert.equal(bookFolds(recordings), "group-5");
  assert.match(String(bookSizeText(recordings)), /5000 recordings are many.+`group-5`/);
});

test("networks see a large corpus fewer times, and never less than three times", () => {
  const epochs = [400, 1500, 5000, 250_000].map((count) => bookTraining("cnn", count).epochs);
  assert.deepEqual(epochs, [undefined, undefined, 9, 3]);
  assert.deepEqual(bookTraining("svm-rbf", 5000), {});
});

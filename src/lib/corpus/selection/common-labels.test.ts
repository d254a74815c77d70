import assert from "node:assert/strict";
import { test } from "node:test";
import type { Corpus } from "../recording";
import { commonLabels } from "./common-labels";
import { mapCorpora } from "./map-corpora";

function corpusOf(name: string, emotions: readonly string[]): Corpus {
  const recordings = emotions.map((emotion, i) => ({
    file: `${i}.wav`,
    path: `/${name}/${i}.wav`,
    speaker: "s",
    emotion,
    extra: {},
  }));
  return { name, root: `/${name}`, adapter: "manifest", synthetic: false, recordings };
}

const corpora = [
  corpusOf("a", ["anger", "joy", "sadness", "boredom", "boredom"]),
  corpusOf("b", ["Wut", "anger", "joy", "fear"]),
];

test("corpora keep the emotions that all have, and tell what they leave out", () => {
  const { labels, corpora: cut } = commonLabels(corpora);
  assert.deepEqual(labels, ["anger", "joy"]);
  assert.deepEqual(
    cut.map(({ corpus, leftOut }) => [corpus.recordings.length, leftOut]),
    [
      [2, { boredom: 2, sadness: 1 }],
      [2, { Wut: 1, fear: 1 }],
    ],
  );
});

test("one map serves all corpora: each needs only some of its words", () => {
  const emotion = { Wut: "anger", boredom: "neutral", fear: null };
  const mapped = mapCorpora(corpora, { emotion, speaker: {} });
  assert.deepEqual(
    mapped[1].recordings.map((one) => one.emotion),
    ["anger", "anger", "joy"],
  );
  assert.equal(mapped[0].recordings[4].emotion, "neutral");
  assert.deepEqual(mapped[1].notes, ["1 of 4 recordings are left out by the label map."]);
});

test("a word that no corpus has, and corpora without two labels in common, are refused", () => {
  assert.throws(
    () => mapCorpora(corpora, { emotion: { Zorn: "anger" }, speaker: {} }),
    /the emotion "Zorn"; there are Wut/,
  );
  const strangers = [corpora[0], corpusOf("c", ["neutral"])];
  assert.throws(
    () => commonLabels(strangers),
    /share 0 labels, two are needed \(a has .*; c has neutral\); pass a label map/,
  );
});

import { type Fields, namedCorpus } from "../named-corpus";

/**
 * Numbers run through five emotions of 350 sentences each; folders may be missing in re-packed
 * copies.
 */
const BY_NUMBER = ["Neutral", "Angry", "Happy", "Sad", "Surprise"];

/**
 * `0001/Angry/0001_000351.wav`, in an earlier release with `train`, `evaluation` and `test` below
 * the emotions: speaker, number.
 */
export const esd = namedCorpus({
  name: "esd",
  facts: {
    title: "ESD",
    citation: "Zhou et al. 2021",
    language: "Mandarin and English",
    licence: "research only, signed",
    source: "https://github.com/HLTSingapore/Emotional-Speech-Data",
    recordings: 35000,
    speakers: 20,
    folds: "train, evaluation and test, in the earlier release",
  },
  pattern:
    /\/(?:(?<folder>Angry|Happy|Neutral|Sad|Surprise)\/)?(?:(?<split>train|evaluation|test)\/)?(?<speaker>00[012]\d)_(?<number>\d{6})$/i,
  emotions: {
    Angry: "anger",
    Happy: "happiness",
    Neutral: "neutral",
    Sad: "sadness",
    Surprise: "surprise",
  },
  code: ({ folder, number }) => folder ?? BY_NUMBER[Math.ceil(Number(number) / 350) - 1] ?? number,
  columns,
});

/** The sentence is the same in all emotions; evaluation is what other corpora call validation. */
function columns({ speaker, number, split }: Fields): Fields {
  const language = Number(speaker) <= 10 ? "Mandarin" : "English";
  const text = String(((Number(number) - 1) % 350) + 1);
  return { language, text, ...(split && { split: split === "evaluation" ? "validation" : split }) };
}

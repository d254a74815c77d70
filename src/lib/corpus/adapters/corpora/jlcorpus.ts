import { namedCorpus } from "../named-corpus";

/**
 * `female1_angry_10a_1.wav`: speaker, emotion, sentence, take; five primary and five secondary
 * emotions.
 */
export const jlcorpus = namedCorpus({
  name: "jlcorpus",
  facts: {
    title: "JL-Corpus",
    citation: "James et al. 2018",
    language: "New Zealand English",
    licence: "CC0",
    source: "https://www.kaggle.com/datasets/tli725/jl-corpus",
    recordings: 2400,
    speakers: 4,
  },
  pattern: /\/(?<speaker>(?<gender>female|male)\d)_(?<emotion>[a-z]+)_(?<text>\d+[a-z]?)_(?<take>\d+)$/i,
  emotions: {
    angry: "anger",
    anxious: "anxious",
    apologetic: "apologetic",
    assertive: "assertive",
    concerned: "concerned",
    encouraging: "encouraging",
    excited: "excited",
    happy: "happiness",
    neutral: "neutral",
    sad: "sadness",
  },
  speaker: ({ speaker }) => speaker.toLowerCase(),
});

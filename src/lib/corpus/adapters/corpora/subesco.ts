import { namedCorpus } from "../named-corpus";

/**
 * `F_02_MONIKA_S_1_ANGRY_5.wav`: gender, number (F_02 is not M_02), name, sentence, emotion, take;
 * one file ends in `3].wav`.
 */
export const subesco = namedCorpus({
  name: "subesco",
  facts: {
    title: "SUBESCO",
    citation: "Sultana et al. 2021",
    language: "Bangla",
    licence: "CC BY 4.0",
    source: "https://doi.org/10.5281/zenodo.4526477",
    recordings: 7000,
    speakers: 20,
  },
  pattern:
    /\/(?<speaker>(?<gender>[FM])_\d+)_(?<name>[^/_]+)_S_(?<text>\d+)_(?<emotion>[A-Z]+)_(?<take>\d+)\]?$/i,
  emotions: {
    ANGRY: "anger",
    DISGUST: "disgust",
    FEAR: "fear",
    HAPPY: "happiness",
    NEUTRAL: "neutral",
    SAD: "sadness",
    SURPRISE: "surprise",
  },
});

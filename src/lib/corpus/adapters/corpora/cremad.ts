import { namedCorpus } from "../named-corpus";

/**
 * `AudioWAV/1001_DFA_ANG_XX.wav`: actor, sentence, emotion, level; the same recordings as MP3 and
 * film are left out.
 */
export const cremad = namedCorpus({
  name: "cremad",
  facts: {
    title: "CREMA-D",
    citation: "Cao et al. 2014",
    language: "English",
    licence: "ODbL",
    source: "https://github.com/CheyneyComputerScience/CREMA-D",
    recordings: 7442,
    speakers: 91,
  },
  pattern: /\/(?<speaker>\d{4})_(?<text>[A-Z]{3})_(?<emotion>[A-Z]{3})_(?<level>LO|MD|HI|XX?)$/i,
  emotions: {
    ANG: "anger",
    DIS: "disgust",
    FEA: "fear",
    HAP: "happiness",
    NEU: "neutral",
    SAD: "sadness",
  },
});

import { namedCorpus } from "../named-corpus";

/**
 * `Actor_01/03-01-06-01-02-01-01.wav`: modality, channel, emotion, intensity, statement,
 * repetition, actor; speech without picture alone.
 */
export const ravdess = namedCorpus({
  name: "ravdess",
  facts: {
    title: "RAVDESS",
    citation: "Livingstone & Russo 2018",
    language: "English",
    licence: "CC BY-NC-SA 4.0",
    source: "https://doi.org/10.5281/zenodo.1188976",
    recordings: 1440,
    speakers: 24,
  },
  pattern:
    /\/03-01-(?<emotion>\d\d)-(?<intensity>\d\d)-(?<statement>\d\d)-(?<repetition>\d\d)-(?<speaker>\d\d)$/,
  emotions: {
    "01": "neutral",
    "02": "calm",
    "03": "happiness",
    "04": "sadness",
    "05": "anger",
    "06": "fear",
    "07": "disgust",
    "08": "surprise",
  },
  columns: ({ speaker, statement, intensity }) => ({
    text: statement,
    intensity: intensity === "02" ? "strong" : "normal",
    gender: Number(speaker) % 2 === 0 ? "female" : "male",
  }),
  leavesOut: { pattern: /\/(0[12]-0[12]|03-02)(-\d\d){5}$/, words: "songs and films" },
});

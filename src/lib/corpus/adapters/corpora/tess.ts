import { namedCorpus } from "../named-corpus";

/**
 * `OAF_Fear/OAF_back_fear.wav`: speaker (older or younger actress), word, emotion; one file says
 * OA.
 */
export const tess = namedCorpus({
  name: "tess",
  facts: {
    title: "TESS",
    citation: "Dupuis & Pichora-Fuller 2010",
    language: "English",
    licence: "CC BY-NC-ND 4.0",
    source: "https://doi.org/10.5683/SP2/E8H2MF",
    recordings: 2800,
    speakers: 2,
  },
  pattern: /\/(?<speaker>OAF?|YAF)_(?<text>[a-z]+)_(?<emotion>pleasant_surprised?|[a-z]+)$/i,
  emotions: {
    angry: "anger",
    disgust: "disgust",
    fear: "fear",
    happy: "happiness",
    neutral: "neutral",
    sad: "sadness",
    ps: "surprise",
    pleasant_surprise: "surprise",
    pleasant_surprised: "surprise",
  },
  speaker: ({ speaker }) => (speaker.toUpperCase() === "YAF" ? "YAF" : "OAF"),
  columns: () => ({ gender: "female" }),
});

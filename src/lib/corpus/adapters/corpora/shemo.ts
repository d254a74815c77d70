import { namedCorpus } from "../named-corpus";

/** `female/F03S02.wav`: speaker (gender and number), letter, number. */
export const shemo = namedCorpus({
  name: "shemo",
  facts: {
    title: "ShEMO",
    citation: "Mohamad Nezami et al. 2019",
    language: "Persian",
    licence: "academic use",
    source: "https://github.com/mansourehk/ShEMO",
    recordings: 3000,
    speakers: 87,
  },
  pattern: /\/(?<speaker>(?<gender>[FM])\d\d)(?<emotion>[A-Z])(?<number>\d\d+)$/i,
  emotions: {
    A: "anger",
    F: "fear",
    H: "happiness",
    N: "neutral",
    S: "sadness",
    W: "surprise",
  },
  speaker: ({ speaker }) => speaker.toUpperCase(),
});

import { namedCorpus } from "../named-corpus";

/**
 * `M003/audio/angry/level_1/001.m4a`: speaker, emotion, level, sentence; the films beside are left
 * out.
 */
export const mead = namedCorpus({
  name: "mead",
  facts: {
    title: "MEAD",
    citation: "Wang et al. 2020",
    language: "English",
    licence: "research only",
    source: "https://wywu.github.io/projects/MEAD/MEAD.html",
    recordings: 31729,
    speakers: 48,
  },
  pattern:
    /(?:^|\/)(?<speaker>(?<gender>[MW])\d{3})\/audio\/(?<emotion>[a-z]+)\/level_(?<level>\d)\/(?<text>\d+)$/i,
  emotions: {
    angry: "anger",
    contempt: "contempt",
    disgusted: "disgust",
    fear: "fear",
    happy: "happiness",
    neutral: "neutral",
    sad: "sadness",
    surprised: "surprise",
  },
  leavesOut: { pattern: /(?:^|\/)[MW]\d{3}\/video\//i, words: "films" },
});

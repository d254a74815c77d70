import { namedCorpus } from "../named-corpus";

const VOICES: Readonly<Record<string, string>> = { F: "woman", M: "man", C: "child" };

/**
 * `Anger_F_A_de_nada.wav`: emotion, kind of voice, word list, word. Which of the 11 voices speaks
 * is not told.
 */
export const mesd = namedCorpus({
  name: "mesd",
  facts: {
    title: "MESD",
    citation: "Duville et al. 2021",
    language: "Mexican Spanish",
    licence: "CC BY 4.0",
    source: "https://doi.org/10.17632/cy34mh68j9.5",
    recordings: 864,
    speakers: 11,
  },
  pattern: /\/(?<emotion>[a-z]+)_(?<voice>[FMC])_(?<list>[AB])_(?<text>[^/]+)$/i,
  emotions: {
    Anger: "anger",
    Disgust: "disgust",
    Fear: "fear",
    Happiness: "happiness",
    Neutral: "neutral",
    Sadness: "sadness",
  },
  columns: ({ voice }) => ({ voice: VOICES[voice.toUpperCase()] }),
});

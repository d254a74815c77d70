import { namedCorpus } from "../named-corpus";

/** `EMOVO/f1/dis-f1-b1.wav`: the Italian word's beginning, speaker, sentence. */
export const emovo = namedCorpus({
  name: "emovo",
  facts: {
    title: "EMOVO",
    citation: "Costantini et al. 2014",
    language: "Italian",
    licence: "CC BY-NC-SA 4.0",
    source: "http://voice.fub.it/activities/corpora/emovo/index.html",
    recordings: 588,
    speakers: 6,
  },
  pattern: /\/(?<emotion>[a-z]{3})-(?<speaker>(?<gender>[fm])\d)-(?<text>[blnd]\d)$/i,
  emotions: {
    dis: "disgust",
    gio: "happiness",
    neu: "neutral",
    pau: "fear",
    rab: "anger",
    sor: "surprise",
    tri: "sadness",
  },
});

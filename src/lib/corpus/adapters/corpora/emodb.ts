import { namedCorpus } from "../named-corpus";

const MEN = ["03", "10", "11", "12", "15"];

/**
 * `wav/03a01Wa.wav`: speaker, text, the German word's initial (Wut, Langeweile, Ekel, Angst,
 * Freude, Trauer, neutral), take.
 */
export const emodb = namedCorpus({
  name: "emodb",
  facts: {
    title: "EMO-DB",
    citation: "Burkhardt et al. 2005",
    language: "German",
    licence: "freely available for research; published as CC0 by audEERING",
    source: "http://emodb.bilderbar.info",
    recordings: 535,
    speakers: 10,
  },
  pattern: /\/(?<speaker>\d\d)(?<text>[a-z]\d\d)(?<emotion>[A-Z])(?<take>[a-z]?)$/i,
  emotions: {
    W: "anger",
    L: "boredom",
    E: "disgust",
    A: "fear",
    F: "happiness",
    T: "sadness",
    N: "neutral",
  },
  columns: ({ speaker }) => ({ gender: MEN.includes(speaker) ? "male" : "female" }),
});

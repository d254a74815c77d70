import { namedCorpus } from "../named-corpus";

/** `AudioData/DC/a01.wav`, re-packed `DC_a01.wav`: speaker, letters of the emotion, number. */
export const savee = namedCorpus({
  name: "savee",
  facts: {
    title: "SAVEE",
    citation: "Haq & Jackson 2010",
    language: "English",
    licence: "research only, by registration",
    source: "http://kahlan.eps.surrey.ac.uk/savee/",
    recordings: 480,
    speakers: 4,
  },
  pattern: /(?:^|\/)(?<speaker>DC|JE|JK|KL)[/_](?<emotion>[a-z]{1,2})(?<number>\d\d)$/i,
  emotions: {
    a: "anger",
    d: "disgust",
    f: "fear",
    h: "happiness",
    n: "neutral",
    sa: "sadness",
    su: "surprise",
  },
  speaker: ({ speaker }) => speaker.toUpperCase(),
  columns: () => ({ gender: "male" }),
});

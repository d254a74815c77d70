import { namedCorpus } from "../named-corpus";

/** `m1.a_nie_2.wav`: speaker, letter (s is strach, fear), word, repetition. */
export const polish = namedCorpus({
  name: "polish",
  facts: {
    title: "Polish emotional speech (Gdańsk)",
    citation: "Mięsikowska & Świsulski 2020",
    language: "Polish",
    licence: "open research data; see its page",
    source: "https://mostwiedzy.pl",
    recordings: 450,
    speakers: 5,
  },
  pattern: /\/(?<speaker>(?<gender>[mf])\d+)\.(?<emotion>[a-z])_(?<text>[^/]+)_(?<repetition>\d+)$/i,
  emotions: { a: "anger", s: "fear", n: "neutral" },
});

import { namedCorpus } from "../named-corpus";

/**
 * `subject 1/anger/sentence 1/s1_an_1.avi`: the folders tell speaker and emotion; the names of some
 * files tell another speaker.
 */
export const enterface = namedCorpus({
  name: "enterface",
  facts: {
    title: "eNTERFACE'05",
    citation: "Martin et al. 2006",
    language: "English",
    licence: "research only",
    source: "http://www.enterface.net/enterface05/",
    recordings: 1263,
    speakers: 43,
  },
  pattern:
    /(?:^|\/)subject[ _]?(?<speaker>\d+)\/(?<emotion>[a-z]+)\/(?:sentence[ _]?(?<text>\d+)\/)?(?<take>s[^/]*)$/i,
  emotions: {
    anger: "anger",
    disgust: "disgust",
    fear: "fear",
    happiness: "happiness",
    sadness: "sadness",
    surprise: "surprise",
  },
});

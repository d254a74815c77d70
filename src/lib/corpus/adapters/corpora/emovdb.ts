import { namedCorpus } from "../named-corpus";

/**
 * `bea_Angry/anger_1-28_0011.wav`, in an older copy `bea/Angry/...`: speaker; emotion, range of
 * sentences, sentence.
 */
export const emovdb = namedCorpus({
  name: "emovdb",
  facts: {
    title: "EmoV-DB",
    citation: "Adigwe et al. 2018",
    language: "English",
    licence: "non-commercial",
    source: "https://github.com/numediart/EmoV-DB",
    recordings: 6887,
    speakers: 4,
  },
  pattern:
    /(?:^|\/)(?<speaker>bea|jenie|josh|sam)(?:_[^/]*)?\/(?:[^/]+\/)?(?<emotion>[a-z]+)_(?<range>\d+[-_]\d+)_(?<text>\d+)$/i,
  emotions: {
    amused: "amused",
    anger: "anger",
    angry: "anger",
    disgust: "disgust",
    disgusted: "disgust",
    neutral: "neutral",
    sleepiness: "sleepiness",
    sleepy: "sleepiness",
  },
  speaker: ({ speaker }) => speaker.toLowerCase(),
  columns: ({ speaker }) => ({ gender: /^(bea|jenie)$/i.test(speaker) ? "female" : "male" }),
});

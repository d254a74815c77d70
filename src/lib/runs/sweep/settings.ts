/**
 * What the command line's options and experiment files have in common is told here once: both are
 * made of it, so that a setting that one can choose has the same words and kind in the other.
 */

/** A setting of a corpus, as both can choose it. */
export interface CorpusSetting {
  /** As the command line writes it. */
  readonly flag: string;
  /** A count is a whole number of 1 or more, seconds are above 0. */
  readonly takes: "text" | "texts" | "count" | "seconds" | "flag";
  readonly tells: string;
}

/** How a corpus is opened, and which of its recordings are taken. */
export const CORPUS_SETTINGS = {
  audioRoot: {
    flag: "--audio-root <dir>",
    takes: "text",
    tells: "the folder that a manifest's paths count from (default: its own)",
  },
  speakerFrom: {
    flag: "--speaker-from <pattern>",
    takes: "text",
    tells:
      'who speaks: a regular expression whose group is the speaker in a file\'s path ("^(s\\d+)_"), "folder", or "file" (each file has a speaker of its own)',
  },
  map: {
    flag: "--map <file>",
    takes: "text",
    tells: 'new names of labels, as JSON: {"Wut": "anger", "other": null}; null leaves out',
  },
  where: {
    flag: "--where <condition...>",
    takes: "texts",
    tells: 'which recordings: "emotion in anger,neutral", "split != test", "age >= 18"',
  },
  channel: {
    flag: "--channel <n>",
    takes: "count",
    tells: "which channel of each recording, from 1 (default: all averaged)",
  },
  limitPerSpeaker: {
    flag: "--limit-per-speaker <n>",
    takes: "count",
    tells: "at most so many of each speaker, evenly over the emotions",
  },
  minSeconds: { flag: "--min-seconds <s>", takes: "seconds", tells: "leave shorter recordings out" },
  maxSeconds: { flag: "--max-seconds <s>", takes: "seconds", tells: "leave longer recordings out" },
  skipBad: { flag: "--skip-bad", takes: "flag", tells: "list unreadable files and leave them out" },
} as const satisfies Readonly<Record<string, CorpusSetting>>;

/** What is tried, in words; the kinds of values stand where each is read. */
export const EXPERIMENT_SETTINGS = {
  corpus: "a folder or manifest, or adapter:DIR (emodb:DIR; see ser corpora)",
  name: "name of the corpus and its results folder (default: the folder's or manifest's)",
  table: "a feature table made elsewhere, instead of a corpus and features",
  labels: "CSV with file, emotion, speaker for the table, joined by file",
  features:
    "name of the feature set; conditioned:SET brings every recording to one level first, band-4000:SET takes away what lies above 4000 Hz",
  model: "lda, svm-linear, svm-rbf, cnn, ..., or majority",
  folds:
    "loso, group-K, group-KxREPEATS, stratified-group-K, official, column:NAME, speaker+text, FILE.json, or random-K (leaks speakers); dev parts choose options only",
  seed: "seed of everything random",
  augment: "train on altered copies as well, one of each recording for each kind",
  groups: "scores by columns of the corpus, too, such as gender and language",
  stress: "test the folds' models under other conditions, too: all that ser stress knows, or these",
  noise: "a folder of noises for the stress test",
  force: "normalise by clusters even where the speaker tells the emotion",
} as const;

import type { CorpusRecord } from "../corpus/corpus-record";
import type { EvaluationDescription } from "../evaluation/describe-evaluation";
import type { Protocol } from "../evaluation/folds/describe-folds";
import type { NodeBackend } from "../loading/node-backend";
import type { ConditionScore } from "../models/saved/condition-score";
import type { GroupScores } from "../models/saved/group-scores-by";
import type { ExperimentChoice } from "./experiment-choice";

/** What was tried, with every default filled in. */
export interface RunSettings
  extends Required<Omit<ExperimentChoice, "augment" | "stress" | "noiseFiles" | "groups">>,
    Pick<ExperimentChoice, "augment" | "stress"> {
  /** The feature set's name, or the table's file name without its ending. */
  readonly features: string;
  /**
   * Of which recordings each fold tests, where a file or a column of the corpus tells: `folds` does
   * not say all there.
   */
  readonly foldDigest?: string;
  /** Of the files of noise, where a condition takes some. */
  readonly noiseDigest?: string;
  /** What computed a network: libtensorflow, or plain JavaScript with shortened training. */
  readonly backend?: NodeBackend;
}

/** What `run.json` holds: everything about a run that is the same on every rerun. */
export interface RunRecord extends EvaluationDescription {
  readonly format: 1;
  readonly settings: RunSettings;
  /**
   * In words: "4 classes, leave one speaker out (10 folds), normalised by the training part".
   */
  readonly protocol: string;
  /**
   * Who and what is on both sides of the split: by column, how many of its values are in training
   * and in test of one fold. Older runs do not tell.
   */
  readonly bothSides?: Protocol["bothSides"];
  readonly corpus: CorpusRecord;
  /** Versions of what computes: the project, Node, tfjs, ... */
  /** What each fold's model reaches on its test part under other conditions, where it was tried. */
  readonly stress?: readonly ConditionScore[];
  /** For whom it does well, by columns of the corpus, where they were named. */
  readonly groups?: readonly GroupScores[];
  readonly versions: Readonly<Record<string, string>>;
  /**
   * Versions of the numbers of feature sets and models, by name: 1 at first, raised with each
   * change of what they give.
   */
  readonly numbers: Readonly<Record<string, number>>;
  /**
   * What a reader must know: synthetic voices, leaking splits, confounded speakers, shortened
   * training, too few speakers.
   */
  readonly notes: readonly string[];
}

import type { ScoreWithIntervals } from "../models/saved/score-with-intervals";

export interface ClassScores {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly support: number;
}

/** What `run.json` holds: everything about a run that is the same on every rerun. */
export interface RunRecord {
  readonly format: 1;
  readonly settings: {
    readonly features: string;
    readonly model: string;
    readonly folds: string;
    readonly normalize: "train" | "speaker";
    readonly search: boolean;
    readonly seed: number;
    readonly options: Readonly<Record<string, unknown>>;
    /** Of which recordings each fold tests, where a file or a column of the corpus tells: `folds` does not say all there. */
    readonly foldDigest?: string;
    /** What computed a network: libtensorflow, or plain JavaScript with shortened training. */
    readonly backend?: "tensorflow" | "cpu";
  };
  /** In words: "4 classes, leave one speaker out (10 folds), normalisation by the training part". */
  readonly protocol: string;
  readonly corpus: {
    readonly name: string;
    readonly fingerprint: string;
    readonly synthetic: boolean;
    readonly recordings: number;
    readonly speakers: number;
    readonly emotions: Readonly<Record<string, number>>;
  };
  /** Versions of what computes: the project, Node, tfjs, ... */
  readonly versions: Readonly<Record<string, string>>;
  readonly metrics: {
    readonly uar: ScoreWithIntervals;
    readonly accuracy: ScoreWithIntervals;
    readonly macroPrecision: ScoreWithIntervals;
    readonly macroF1: ScoreWithIntervals;
    readonly weightedPrecision: ScoreWithIntervals;
    readonly weightedRecall: ScoreWithIntervals;
    readonly weightedF1: ScoreWithIntervals;
    readonly kappa: number | null;
    readonly logLoss: number;
    readonly calibrationError: number;
    readonly rocAuc: number | null;
  };
  readonly perClass: Readonly<Record<string, ClassScores>>;
  /** Rows are true emotions, columns predicted ones, both in the order of `labels`. */
  readonly confusion: { readonly labels: readonly string[]; readonly counts: readonly (readonly number[])[] };
  readonly folds: readonly {
    readonly fold: string;
    readonly testSpeakers: readonly string[];
    readonly trainRecordings: number;
    readonly testRecordings: number;
    readonly accuracy: number;
    readonly uar: number;
    readonly chosen: Readonly<Record<string, number | string>>;
    readonly history?: { readonly loss: readonly number[]; readonly innerUar?: readonly number[] };
  }[];
  /** What a reader must know: synthetic voices, leaking splits, confounded speakers, shortened training, too few speakers. */
  readonly notes: readonly string[];
}

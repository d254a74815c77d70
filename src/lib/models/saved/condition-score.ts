import type { CorpusRecord } from "../../corpus/corpus-record";
import type { ScoreWithIntervals } from "./score-with-intervals";

/** How well a model does on the same recordings under another condition. */
export interface ConditionScore {
  /** Such as "white:20": the kind, and its strength. */
  readonly condition: string;
  readonly uar: ScoreWithIntervals;
  /** This UAR minus that on the recordings as they are, with its interval over the speakers. */
  readonly change: { readonly value: number; readonly speakers: readonly [low: number, high: number] };
  /** Share of the decisions that are the same as on the recordings as they are. */
  readonly unchanged: number;
}

/** What a saved model reached in a stress test. */
export interface StressScores {
  /** What was tested: the recordings of the model's emotions. */
  readonly corpus: CorpusRecord;
  /** Whether the recordings, or others of the same corpus, are what the model was trained on. */
  readonly seenInTraining: boolean;
  /** On the recordings as they are. */
  readonly uar: ScoreWithIntervals;
  readonly conditions: readonly ConditionScore[];
}

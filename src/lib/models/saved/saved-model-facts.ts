import type { CorpusRecord } from "../../corpus/corpus-record";
import type { StressScores } from "./condition-score";
import type { GroupScores } from "./group-scores-by";
import type { HeardRanges } from "./heard-ranges";
import type { ScoreWithIntervals } from "./score-with-intervals";

/** What someone should know before using a saved model; goes into its description and its card. */
export interface SavedModelFacts {
  /**
   * Of the training recordings, in Hz; others are resampled to it, since features change with it.
   */
  readonly sampleRate: number;
  readonly corpus: CorpusRecord & {
    /** Of the recordings; absent where it is not known. */
    readonly licence?: string;
  };
  /**
   * What the training recordings sounded like, as the features took them; absent in older models.
   */
  readonly heard?: HeardRanges;
  /**
   * What the same recipe reached on speakers that it had not heard; absent where it was not
   * evaluated.
   */
  readonly evaluation?: {
    /** In words: "4 classes, leave one speaker out (10 folds), normalised by the training part". */
    readonly protocol: string;
    readonly uar: ScoreWithIntervals;
    readonly accuracy: ScoreWithIntervals;
    readonly recallByEmotion: Readonly<Record<string, number>>;
    readonly uarBySpeaker: Readonly<Record<string, number>>;
  };
  /** For whom it does well, where columns were named. */
  readonly groups?: readonly GroupScores[];
  /** What it reached under other conditions; absent where it was not tried. */
  readonly stress?: StressScores;
  /** Versions of what computed: the project, Node, tfjs, ... */
  readonly versions: Readonly<Record<string, string>>;
}

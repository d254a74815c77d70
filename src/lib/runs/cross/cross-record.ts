import type { CorpusRecord } from "../../corpus/corpus-record";
import type { LabelMap } from "../../corpus/selection/label-map";
import type { ScoreWithIntervals } from "../../models/saved/score-with-intervals";
import type { RunRecord, RunSettings } from "../run-record";

/** What a matrix across corpora says of each. */
export interface CrossCorpusRecord extends CorpusRecord {
  /** As far as they are known. */
  readonly languages: readonly string[];
  /** Of most recordings, in Hz. */
  readonly sampleRate?: number;
  /** Median level of the speech, in dB of full scale. */
  readonly levelDb?: number;
  /** Recordings by emotion that another corpus has no counterpart for. */
  readonly leftOut: Readonly<Record<string, number>>;
}

/** What a model that was trained on one corpus reaches on another. */
export interface CrossScore {
  readonly test: string;
  /** Whether speakers were held out inside the tested corpus itself. */
  readonly within: boolean;
  readonly uar: ScoreWithIntervals;
  readonly accuracy: ScoreWithIntervals;
  /**
   * UAR within the tested corpus minus this one, with its interval over the test speakers; absent
   * within, and where there is none within.
   */
  readonly gap?: { readonly value: number; readonly speakers: readonly [low: number, high: number] };
  /** Folder of the run, from that of the matrix. */
  readonly run: string;
}

/** What `cross.json` holds: the same bytes on every rerun. */
export interface CrossRecord {
  readonly format: 1;
  /** `folds` are those within a corpus. */
  readonly settings: RunSettings & { readonly map?: LabelMap };
  /** In ascending order; common to all corpora. */
  readonly labels: readonly string[];
  /** The UAR of a guess: one by the number of labels. */
  readonly chance: number;
  readonly corpora: readonly CrossCorpusRecord[];
  /**
   * One per training corpus, then all others; a score is null where no speaker could be held out.
   */
  readonly matrix: readonly { readonly train: string; readonly scores: readonly (CrossScore | null)[] }[];
  readonly versions: RunRecord["versions"];
  readonly numbers: RunRecord["numbers"];
  readonly notes: readonly string[];
}

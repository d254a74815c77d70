import type { RecordingFacts } from "./recording-facts";
import type { Selection } from "./selection/selection";

/** What a fold needs to know of a recording. */
export interface Labelled {
  readonly file: string;
  readonly speaker: string;
  readonly emotion: string;
  /** Further columns of the corpus, where it has them; official folds are read from here. */
  readonly extra?: Readonly<Record<string, string>>;
}

/** One recording of a corpus: which file, who speaks, with which emotion. */
export interface Recording {
  /**
   * Path relative to the corpus's root, with forward slashes; unique in the corpus; what tables
   * join by. A piece of a file ends in its times: `talk.wav#t=1.5,3` (a media fragment).
   */
  readonly file: string;
  /** Absolute path. */
  readonly path: string;
  /** Where the recording starts in its file, where it is a piece of it. */
  readonly startSeconds?: number;
  /** Where it ends; none: with the file. */
  readonly endSeconds?: number;
  /** The channel that holds it, the first being 1, where one was named. */
  readonly channel?: number;
  /** Empty where the speakers of the corpus are not known. */
  readonly speaker: string;
  /** The label as it is used: a common name from an adapter, or a manifest's own word. */
  readonly emotion: string;
  /**
   * Everything else that the corpus knows of the recording (original label, text, ...), by column.
   */
  readonly extra: Readonly<Record<string, string>>;
  /** Row of the manifest that names it, as a spreadsheet counts (the header is row 1). */
  readonly row?: number;
  /** What is known of its file, once the corpus was checked and the file can be read. */
  readonly facts?: RecordingFacts;
}

/** A corpus as an adapter opened it; `recordings` are sorted by `file`. */
export interface Corpus {
  /** The folder's or the manifest's name; the results go to results/<name>. */
  readonly name: string;
  /** Absolute path of the folder that `file` is relative to. */
  readonly root: string;
  /** The adapter that opened it: "emodb", "urdu", "manifest". */
  readonly adapter: string;
  /** File name of the manifest that lists the recordings, where there is one. */
  readonly manifest?: string;
  /**
   * Absolute path of the manifest's folder, where there is one; `root` is another where the audio
   * lies elsewhere.
   */
  readonly manifestFolder?: string;
  /** How its recordings were selected and renamed, where they were. */
  readonly selection?: Selection;
  /** What its opening left out or corrected, one sentence each. */
  readonly notes?: readonly string[];
  /** Terms of the recordings, where they are known. */
  readonly licence?: string;
  /** Whether the voices are synthesized; every chapter and result made from it says so. */
  readonly synthetic: boolean;
  readonly recordings: readonly Recording[];
}

/** A recording whose file was checked. */
export interface CheckedRecording extends Recording {
  readonly facts: RecordingFacts;
}

/** A corpus that was checked: every recording bears the facts of its file. */
export interface CheckedCorpus extends Corpus {
  readonly recordings: readonly CheckedRecording[];
}

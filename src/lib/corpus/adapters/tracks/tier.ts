/** A stretch of a recording that an annotator has marked. */
export interface Mark {
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly text: string;
  /** Who speaks, where the mark itself tells. */
  readonly speaker?: string;
}

/** Marks of one kind, in order of time; empty ones (pauses) are left out. */
export interface Tier {
  /** Empty where the format names none. */
  readonly name: string;
  readonly marks: readonly Mark[];
}

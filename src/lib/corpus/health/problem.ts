/**
 * How far a problem reaches.
 * - `invalid`: no work can start until it is cured.
 * - `unreadable`: no work can start, unless the file is left out (`--skip-bad`).
 * - `unsplittable`: features can be extracted, but nothing can be trained or evaluated.
 * - `speakerless`: nothing can be evaluated on unseen speakers, as there are no two known ones.
 * - `suspicious`: said, and work goes on.
 */
export type Severity = "invalid" | "unreadable" | "unsplittable" | "speakerless" | "suspicious";

/** One thing that is wrong with a corpus. */
export interface Problem {
  readonly severity: Severity;
  /** One sentence: file or manifest row, what is wrong, and the cure. */
  readonly message: string;
  readonly file?: string;
  readonly row?: number;
}

/**
 * How far a problem reaches.
 * - `invalid`: no work can start until it is cured.
 * - `unreadable`: no work can start, unless the file is left out (`--skip-bad`).
 * - `unsplittable`: features can be extracted, but nothing can be trained or evaluated.
 * - `suspicious`: said, and work goes on.
 */
export type Severity = "invalid" | "unreadable" | "unsplittable" | "suspicious";

/** One thing that is wrong with a corpus. */
export interface Problem {
  readonly severity: Severity;
  /** One sentence: file or manifest row, what is wrong, and the cure. */
  readonly message: string;
  readonly file?: string;
  readonly row?: number;
}

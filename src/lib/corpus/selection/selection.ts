import type { LabelMap } from "./label-map";

/**
 * Which recordings of a corpus are taken, and what their labels are called; all of it goes into
 * `run.json`.
 */
export interface Selection {
  readonly map?: LabelMap;
  /** Conditions as `whereClause` takes them; all must hold. They see the labels after the map. */
  readonly where?: readonly string[];
  /**
   * Taken where a recording's own row names none, instead of the average of all; the first is 1.
   */
  readonly channel?: number;
  readonly limitPerSpeaker?: number;
  /** Shorter recordings are left out. */
  readonly minSeconds?: number;
  /** Longer recordings are left out. */
  readonly maxSeconds?: number;
}

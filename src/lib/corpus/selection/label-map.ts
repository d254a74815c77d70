/** New words by old ones; null leaves the recordings out. */
export type Renaming = Readonly<Record<string, string | null>>;

/** What labels and speakers are called from here on. */
export interface LabelMap {
  readonly emotion: Renaming;
  readonly speaker: Renaming;
}

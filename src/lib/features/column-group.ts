/** Columns of a feature set that measure the same, as the page of the set describes them. */
export interface ColumnGroup {
  /** Names, in their order. */
  readonly columns: readonly string[];
  /** Unit of the values; "1" for a number without one. */
  readonly unit: string;
  /** What is measured, in a few words. */
  readonly measures: string;
  /** Formula, and where it is from. */
  readonly definition: string;
}

/**
 * Names with a number each, from 0 on.
 *
 * @example numberedColumns("mel", 3) // ["mel0", "mel1", "mel2"]
 */
export function numberedColumns(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, i) => `${name}${i}`);
}

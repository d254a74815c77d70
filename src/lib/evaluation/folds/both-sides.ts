import type { Labelled } from "../../corpus/recording";
import type { Fold } from "./fold";

/** Of a column's values, how many are in training (or development) and in test of one fold. */
export interface SharedValues {
  readonly shared: number;
  readonly of: number;
}

/** Columns that tell what recordings have in common beside their emotion. */
const COLUMNS =
  /^(text|sentence|statement|prompt|transcript|script|session|dialog|dialogue|scene|show|film|video|room|microphone|device|take)(_?id)?$/i;

/**
 * Who and what is on both sides of a split: speakers, and whatever the corpus's columns tell of
 * texts, sessions and the like. What a model chose by counts as what it was trained on.
 *
 * @returns by column, the speaker first; without the speaker where nobody tells who speaks
 * @example bothSides(folds, recordings).speaker // { shared: 0, of: 4 }
 */
export function bothSides(
  folds: readonly Fold[],
  recordings: readonly Labelled[],
): Readonly<Record<string, SharedValues>> {
  const columns = Object.keys(recordings[0]?.extra ?? {}).filter((column) => COLUMNS.test(column));
  const all = { speaker: recordings.map(({ speaker }) => speaker) } as Record<string, string[]>;
  for (const column of columns) all[column] = recordings.map(({ extra }) => extra?.[column] ?? "");
  const counted = Object.entries(all).map(([column, values]) => [column, sharedOf(values, folds)] as const);
  return Object.fromEntries(counted.filter(([, { of }]) => of > 0));
}

function sharedOf(values: readonly string[], folds: readonly Fold[]): SharedValues {
  const shared = new Set<string>();
  for (const { train, test, development = [] } of folds) {
    const known = new Set([...train, ...development].map((i) => values[i]));
    for (const i of test) if (values[i] !== "" && known.has(values[i])) shared.add(values[i]);
  }
  return { shared: shared.size, of: new Set(values.filter((value) => value !== "")).size };
}

import { InputError } from "../../check";
import type { Labelled } from "../../corpus/recording";
import type { Fold } from "./fold";
import { foldOf, withDevelopment } from "./fold-of";

const FOLD_COLUMNS = ["fold", "split", "partition", "set", "subset"];
const TEST_NAMES = ["test", "test1", "test2", "test3", "eval", "evaluation"];
const TRAIN_NAMES = ["train", "training"];
const DEVELOPMENT_NAMES = ["dev", "development", "val", "valid", "validation"];

/**
 * The corpus's own folds, from its column `fold` (or `split`, `partition`, `set`, `subset`): each
 * value is tested once, trained on the others; where the values are words such as `train`, `dev`
 * and `test`, there is one fold a test part, trained on `train`; options are chosen on `dev`, which
 * is not trained on.
 *
 * @throws InputError when there is no such column, a recording has no value, or all have the same.
 *
 * @example officialFolds(recordings).map(({ name }) => name) // ["1", "2"]
 */
export function officialFolds(recordings: readonly Labelled[]): Fold[] {
  const values = foldColumn(recordings);
  const names = [...new Set(values)].sort();
  if (names.length < 2) {
    throw new InputError(`official folds: every recording is in "${names[0]}"; two folds or more are needed`);
  }
  const isOneOf = (known: readonly string[]) => (name: string) => known.includes(name.toLowerCase());
  const isSplit = names.every(isOneOf([...TEST_NAMES, ...TRAIN_NAMES, ...DEVELOPMENT_NAMES]));
  const tested = isSplit ? names.filter(isOneOf(TEST_NAMES)) : names;
  if (tested.length === 0) {
    throw new InputError(`official folds: none of ${names.join(", ")} is a test part; name one "test"`);
  }
  const isTested = (i: number) => isSplit && tested.includes(values[i]);
  // Without a part of its own to train on, there is none to choose by either.
  const chooses = isSplit && names.some(isOneOf(TRAIN_NAMES)) ? isOneOf(DEVELOPMENT_NAMES) : () => false;
  return tested.map((name) => {
    const fold = foldOf(name, recordings, (i) => values[i] === name);
    const rest = fold.train.filter((i) => !isTested(i));
    return withDevelopment({ ...fold, train: rest }, (i) => chooses(values[i]));
  });
}

function foldColumn(recordings: readonly Labelled[]): string[] {
  const columns = Object.keys(recordings[0]?.extra ?? {});
  const column = FOLD_COLUMNS.map((name) => columns.find((c) => c.toLowerCase() === name)).find(Boolean);
  if (!column) {
    throw new InputError(
      `official folds: the corpus has no column ${FOLD_COLUMNS.join(", ")}; add one to its manifest, or pass a FILE.json`,
    );
  }
  return recordings.map(({ file, extra }) => {
    const value = extra?.[column] ?? "";
    if (value === "") throw new InputError(`official folds: ${file} has an empty "${column}"; fill it in`);
    return value;
  });
}

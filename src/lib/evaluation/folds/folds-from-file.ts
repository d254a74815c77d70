import { existsSync } from "node:fs";
import { InputError } from "../../check";
import { joinByEnding } from "../../corpus/join-by-ending";
import type { Labelled } from "../../corpus/recording";
import { readNamedFile } from "../../disk/read-named-file";
import type { Fold } from "./fold";
import { foldOf, withDevelopment } from "./fold-of";

/** One fold as a file lists it. */
interface ListedFold {
  readonly fold?: number | string;
  readonly test_files: readonly string[];
  /** What options are chosen on; never trained on. */
  readonly dev_files?: readonly string[];
  /** Default: all others. */
  readonly train_files?: readonly string[];
}

/**
 * What is read of a folds file: `{"folds": [{"fold": 0, "test_files": ["03a01Fa.wav", ...]},
 * ...]}`.
 */
interface FoldsFile {
  readonly folds: readonly ListedFold[];
}

/** Whether a spec of folds names a file. */
export function isFoldsFile(spec: string): boolean {
  return /\.json$/i.test(spec);
}

/**
 * Folds listed in a JSON file: each names its test files, and the development files by which
 * options are chosen, where it has some; everything else trains, unless the training files are
 * named, too. Files join by their unique ending.
 *
 * @throws InputError when the file is missing or of another form, has a single fold or two of one
 *   name, names a file that the corpus lacks or has twice, tests a recording twice or
 *   never, or has one in two parts of a fold.
 *
 * @example foldsFromFile("no-such.json", recordings) // throws "no-such.json"
 */
export function foldsFromFile(path: string, recordings: readonly Labelled[]): Fold[] {
  const files = recordings.map(({ file }) => file);
  const testedIn = new Map<number, string>();
  const listed = readFolds(path).map((one, position) => ({ ...one, name: String(one.fold ?? position) }));
  const tellsTraining = listed.every(({ train_files }) => train_files !== undefined);
  checkNames(path, listed, tellsTraining);
  const folds = listed.map(({ name, test_files, dev_files, train_files }) => {
    for (const index of joinByEnding(test_files, files, path)) {
      if (testedIn.has(index)) {
        throw new InputError(
          `${path}: ${files[index]} is tested in fold ${testedIn.get(index)} and in fold ${name}`,
        );
      }
      testedIn.set(index, name);
    }
    const whole = foldOf(name, recordings, (i) => testedIn.get(i) === name);
    const [development, train] = [dev_files, train_files].map(
      (names) => names && new Set(joinByEnding(names, files, path)),
    );
    const fold = withDevelopment(whole, (i) => development?.has(i) ?? false);
    checkParts(`${path}: fold ${name}`, fold, { development, train }, files);
    return train ? { ...fold, train: fold.train.filter((i) => train.has(i)) } : fold;
  });
  if (!tellsTraining) checkAllTested(path, files, testedIn);
  return folds;
}

/** Refuses a recording in two parts of one fold. */
function checkParts(
  place: string,
  { test, development = [] }: Fold,
  named: { readonly development?: ReadonlySet<number>; readonly train?: ReadonlySet<number> },
  files: readonly string[],
): void {
  const twice = [
    test.find((i) => named.development?.has(i) || named.train?.has(i)),
    development.find((i) => named.train?.has(i)),
  ].find((i) => i !== undefined);
  if (twice !== undefined)
    throw new InputError(
      `${place}: ${files[twice]} is in two of its parts; leave it in test_files, dev_files or train_files`,
    );
}

function readFolds(path: string): FoldsFile["folds"] {
  if (!existsSync(path))
    throw new InputError(`${path} does not exist; pass a folds file (see data/README.md)`);
  const form = `{"folds": [{"fold": 0, "test_files": ["a.wav"]}]}`;
  try {
    const { folds } = JSON.parse(readNamedFile(path).toString("utf8")) as FoldsFile;
    if (folds.length > 0 && folds.every(hasLists)) return folds;
  } catch {}
  throw new InputError(`${path} is not a folds file; it must look like ${form}`);
}

function hasLists({ test_files, dev_files, train_files }: ListedFold): boolean {
  return [test_files, dev_files ?? test_files, train_files ?? test_files].every(isListOfNames);
}

function isListOfNames(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string");
}

function checkNames(
  path: string,
  listed: readonly { readonly name: string }[],
  tellsTraining: boolean,
): void {
  const names = listed.map(({ name }) => name);
  if (names.length < 2 && !tellsTraining)
    throw new InputError(
      `${path} has a single fold, which leaves nothing to train on; two or more are needed, or train_files`,
    );
  const repeated = names.find((name, i) => names.indexOf(name) !== i);
  if (repeated !== undefined)
    throw new InputError(`${path}: two folds are named "${repeated}"; give each a name of its own`);
}

function checkAllTested(path: string, files: readonly string[], testedIn: ReadonlyMap<number, string>): void {
  const never = files.filter((_, index) => !testedIn.has(index));
  if (never.length === 0) return;
  const some = never.slice(0, 3).join(", ");
  throw new InputError(
    `${path}: ${never.length} recordings of the corpus are in no fold (${some}); add them, or leave them out of the corpus`,
  );
}

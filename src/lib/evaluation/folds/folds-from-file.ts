import { existsSync, readFileSync } from "node:fs";
import { InputError } from "../../check";
import { joinByEnding } from "../../corpus/join-by-ending";
import type { Labelled } from "../../corpus/recording";
import type { Fold } from "./fold";
import { foldOf } from "./fold-of";

/**
 * What is read of a folds file: `{"folds": [{"fold": 0, "test_files": ["03a01Fa.wav", ...]},
 * ...]}`.
 */
interface FoldsFile {
  readonly folds: readonly { readonly fold?: number | string; readonly test_files: readonly string[] }[];
}

/** Whether a spec of folds names a file. */
export function isFoldsFile(spec: string): boolean {
  return /\.json$/i.test(spec);
}

/**
 * Folds listed in a JSON file: each names its test files, everything else trains. Files join by
 * their unique ending.
 *
 * @throws InputError when the file is missing or of another form, has a single fold or two of one
 *   name, names a file that the corpus lacks or has twice, or tests a recording twice or never.
 *
 * @example foldsFromFile("no-such.json", recordings) // throws "no-such.json"
 */
export function foldsFromFile(path: string, recordings: readonly Labelled[]): Fold[] {
  const files = recordings.map(({ file }) => file);
  const testedIn = new Map<number, string>();
  const listed = readFolds(path).map(({ fold, test_files }, position) => {
    return { name: String(fold ?? position), test_files };
  });
  checkNames(
    path,
    listed.map(({ name }) => name),
  );
  const folds = listed.map(({ name, test_files }) => {
    for (const index of joinByEnding(test_files, files, path)) {
      if (testedIn.has(index)) {
        throw new InputError(
          `${path}: ${files[index]} is tested in fold ${testedIn.get(index)} and in fold ${name}`,
        );
      }
      testedIn.set(index, name);
    }
    return foldOf(name, recordings, (i) => testedIn.get(i) === name);
  });
  checkAllTested(path, files, testedIn);
  return folds;
}

function readFolds(path: string): FoldsFile["folds"] {
  if (!existsSync(path))
    throw new InputError(`${path} does not exist; pass a folds file (see data/README.md)`);
  const form = `{"folds": [{"fold": 0, "test_files": ["a.wav"]}]}`;
  try {
    const { folds } = JSON.parse(readFileSync(path, "utf8")) as FoldsFile;
    if (folds.length > 0 && folds.every(({ test_files }) => isListOfNames(test_files))) return folds;
  } catch {}
  throw new InputError(`${path} is not a folds file; it must look like ${form}`);
}

function isListOfNames(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === "string");
}

function checkNames(path: string, names: readonly string[]): void {
  if (names.length < 2)
    throw new InputError(
      `${path} has a single fold, which leaves nothing to train on; two or more are needed`,
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

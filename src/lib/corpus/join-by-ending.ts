import { InputError } from "../check";

/**
 * Finds each name among files by its ending, folder by folder: `03a01Fa.wav` finds
 * `wav/03a01Fa.wav`, and the other way round. An equal path comes before any other.
 *
 * @param names What to look for: the first column of a table, the files of a fold.
 * @param files Where to look: the corpus's `file`s.
 * @param source What the names come from, for errors ("folds/emodb.json").
 * @returns For each name the index of its file.
 * @throws InputError when a name has no file, or several.
 *
 * @example joinByEnding(["03a01Fa.wav"], ["wav/03a01Fa.wav"], "labels.csv") // [0]
 */
export function joinByEnding(names: readonly string[], files: readonly string[], source: string): number[] {
  const exact = new Map(files.map((file, index) => [file, index]));
  const byBaseName = new Map<string, number[]>();
  files.forEach((file, index) => {
    const key = baseName(file);
    byBaseName.set(key, [...(byBaseName.get(key) ?? []), index]);
  });
  return names.map((name) => {
    const path = name.replaceAll("\\", "/").replace(/^(\.\/)+/, "");
    const candidates = byBaseName.get(baseName(path)) ?? [];
    return exact.get(path) ?? onlyMatch(name, path, candidates, files, source);
  });
}

function onlyMatch(
  name: string,
  path: string,
  candidates: readonly number[],
  files: readonly string[],
  source: string,
): number {
  const matches = candidates.filter((i) => endsWithPath(files[i], path) || endsWithPath(path, files[i]));
  if (matches.length === 1) return matches[0];
  if (matches.length === 0) throw new InputError(`${source}: "${name}" is not a file of the corpus`);
  const some = matches.slice(0, 3).map((i) => files[i]);
  throw new InputError(
    `${source}: "${name}" could be ${matches.length} files (${some.join(", ")}); write more of its path`,
  );
}

function endsWithPath(path: string, ending: string): boolean {
  return path === ending || path.endsWith(`/${ending}`);
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

import { existsSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { globSync } from "tinyglobby";
import { isFolder } from "./is-folder";
import { isSoundFileName } from "./is-sound-file-name";
import { listTree } from "./list-tree";

/** What names stand for. */
export interface FoundSounds {
  /** Each file once, in the order of the names; those of a folder or pattern sorted. */
  readonly files: readonly string[];
  /** One sentence for each name that stands for no file. */
  readonly missing: readonly string[];
}

/**
 * The sound files that names stand for: a folder for all below it, a pattern that no shell has
 * expanded for what fits it. Any other name is taken for a file, whether it is there or not.
 *
 * @example findSounds(["ann", "ben/anger*.wav"]).files.length // 8
 */
export function findSounds(names: readonly string[]): FoundSounds {
  const files = new Set<string>();
  const missing: string[] = [];
  for (const name of names) {
    const found = soundsOf(name);
    for (const file of found) files.add(file);
    if (found.length > 0) continue;
    missing.push(
      isFolder(name)
        ? `${name}: no sound file is in the folder`
        : `${name}: no sound file fits the pattern; correct it`,
    );
  }
  return { files: [...files], missing };
}

function soundsOf(name: string): readonly string[] {
  if (isFolder(name)) {
    return listTree(name)
      .filter(isSoundFileName)
      .map((file) => join(name, file));
  }
  if (existsSync(name) || !/[*?[{]/.test(name)) return [name];
  const options = { expandDirectories: false, absolute: isAbsolute(name) };
  return globSync(name, options).filter(isSoundFileName).sort();
}

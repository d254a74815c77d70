import { basename, dirname } from "node:path";
import { isFolder } from "../disk/is-folder";
import { isSoundFileName } from "../disk/is-sound-file-name";
import { listTree } from "../disk/list-tree";

/** What lies at the path of a corpus, listed once for all adapters; no file is opened. */
export interface CorpusTree {
  /** Absolute, as it was named: a folder, or the file that describes a corpus. */
  readonly path: string;
  /**
   * Absolute path of the folder that `files` count from: the path itself, or the folder that holds
   * the file.
   */
  readonly root: string;
  /**
   * Files by their path from the root, with forward slashes, sorted; of a path that is a file, that
   * one.
   */
  readonly files: readonly string[];
  /** Those of `files` that are named as recordings are. */
  readonly sounds: readonly string[];
}

/**
 * Lists what lies at a path.
 *
 * @param path absolute, of a folder or file that exists
 */
export function corpusTree(path: string): CorpusTree {
  if (!isFolder(path)) return { path, root: dirname(path), files: [basename(path)], sounds: [] };
  const files = listTree(path);
  return { path, root: path, files, sounds: files.filter(isSoundFileName) };
}

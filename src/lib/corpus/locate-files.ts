import { existsSync } from "node:fs";
import { isAbsolute, join, relative, resolve } from "node:path";
import { isFolder } from "../disk/is-folder";
import { isSoundFileName } from "../disk/is-sound-file-name";
import { listTree } from "../disk/list-tree";

/** A file of a corpus: its path from the root, with forward slashes, and its absolute path. */
export interface Located {
  readonly file: string;
  readonly path: string;
}

/**
 * Finds the files that a manifest names. Paths count from the root; a backslash separates folders
 * in manifests written under Windows. Names that differ from the only such file by capitals or
 * Unicode form (macOS takes ä apart), by the ending of another format or none, or as an address
 * writes them (`%20`) find it. Below an audio root a path is found by its longest
 * ending that is there, so that `/home/anna/emodb/wav/03a01Fa.wav` finds `wav/03a01Fa.wav`.
 */
export class FileLocator {
  /** One example a file that was found under another spelling: "Ä.wav is ä.wav". */
  readonly respelled: string[] = [];
  private spellings?: ReadonlyMap<string, string>;

  /**
   * @param root absolute path of the manifest's folder
   * @param audioRoot absolute path of another folder that the paths count from
   */
  constructor(
    private readonly root: string,
    private readonly audioRoot?: string,
  ) {}

  /** The file that a manifest names, whether it is there or not. */
  find(written: string): Located {
    const base = this.audioRoot ?? this.root;
    const name = existsSync(resolve(base, written)) ? written : written.replaceAll("\\", "/");
    const file = this.audioRoot === undefined ? name : this.endingOf(name);
    const path = isAbsolute(file) ? file : resolve(base, file);
    const fromRoot = relative(base, path).replaceAll("\\", "/");
    return { file: fromRoot, path: existsSync(path) ? path : this.respell(fromRoot, path) };
  }

  /** One sentence where names were corrected. */
  notes(): string[] {
    const { length } = this.respelled;
    if (length === 0) return [];
    const differ = length === 1 ? "1 name differs from its file" : `${length} names differ from their files`;
    return [
      `${differ} by capitals, Unicode form or ending, and ${length === 1 ? "is" : "are"} taken for it (${this.respelled[0]}).`,
    ];
  }

  private endingOf(name: string): string {
    const parts = name.split("/").filter((part) => part !== "" && part !== ".");
    const endings = parts.map((_, i) => parts.slice(i).join("/"));
    return endings.find((ending) => existsSync(join(this.audioRoot!, ending))) ?? parts.join("/");
  }

  private respell(file: string, path: string): string {
    const base = this.audioRoot ?? this.root;
    this.spellings ??= spellingsOf(base);
    const asked = spelling(unescaped(file));
    const found = this.spellings.get(asked) ?? this.spellings.get(stemOf(asked));
    if (!found || !existsSync(join(base, found))) return path;
    this.respelled.push(`${file} is ${found}`);
    return join(base, found);
  }
}

/**
 * Files by their spelling without regard to case and Unicode form, sounds without their ending too,
 * where it is one file's alone.
 */
function spellingsOf(folder: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const several = new Set<string>();
  for (const file of isFolder(folder) ? listTree(folder) : []) {
    for (const key of new Set([spelling(file), stemOf(spelling(file))])) {
      if (found.has(key)) several.add(key);
      found.set(key, file);
    }
  }
  for (const key of several) found.delete(key);
  return found;
}

function spelling(file: string): string {
  return file.normalize("NFC").toLowerCase();
}

function stemOf(file: string): string {
  return isSoundFileName(file) ? file.replace(/\.[^.]+$/, "") : file;
}

/** A path out of an address; one whose percent signs are none stays. */
function unescaped(file: string): string {
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}

import { randomBytes } from "node:crypto";
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { InputError } from "../check";
import { isFolder } from "./is-folder";
import { sweepLeftovers } from "./sweep-leftovers";

/** The project's root folder, absolute. */
export const projectRoot = resolve(__dirname, "..", "..", "..");

/**
 * The folder of caches and downloaded weights: `SER_CACHE`, or `speech-emotion-notebooks` in the
 * user's cache directory.
 */
export function cacheFolder(): string {
  if (process.env.SER_CACHE) return resolve(process.env.SER_CACHE);
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "speech-emotion-notebooks");
}

/**
 * A name beside `path` to write to before renaming; no other call, thread or process gets the same
 * one.
 */
export function temporaryBeside(path: string): string {
  return `${path}.${process.pid}-${randomBytes(4).toString("hex")}.tmp`;
}

/**
 * Writes a whole file or nothing: to a temporary name in the same folder, then renamed. Folders are
 * made. Two processes may write the same path; the last one wins with a complete file.
 */
export function writeFile(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = temporaryBeside(path);
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw withPath(error, path);
  }
  sweepLeftovers(dirname(resolve(path)));
}

/** A full disk is told by what was written, which its error does not name. */
function withPath(error: unknown, path: string): unknown {
  const failure = error as NodeJS.ErrnoException;
  return Object.assign(failure, { path: failure.path ?? path });
}

/**
 * Refuses a file or folder that could not be written, before the work for it begins.
 *
 * @throws InputError where a folder above is a file; Node's own error where the folder may not be
 *   written
 * @example checkPlace("metadata.csv/run") // throws "is a file and no folder; choose another place"
 */
export function checkPlace(path: string): void {
  let above = resolve(path);
  while (!existsSync(above)) above = dirname(above);
  if (above !== resolve(path) && !isFolder(above))
    throw new InputError(`${path}: ${above} is a file and no folder; choose another place`);
  accessSync(above, constants.W_OK);
}

/** What a folder is that is written as a whole. */
export interface FolderKind {
  /** In words, for errors: "a saved model". */
  readonly name: string;
  /** The file by which a folder is recognised as one of this kind. */
  readonly mark: string;
}

/**
 * Refuses a folder that is neither missing nor empty nor an older one of the same kind.
 *
 * @param names of the files that it may hold
 * @throws InputError that names what it holds
 */
export function checkReplaceable(folder: string, names: readonly string[], { name, mark }: FolderKind): void {
  if (!existsSync(folder)) return;
  if (!isFolder(folder))
    throw new InputError(`${folder} is a file, it must be a directory for ${name}; choose another`);
  const held = readdirSync(folder);
  const stranger = held.find((file) => !names.includes(file));
  if (stranger)
    throw new InputError(
      `${folder} holds ${stranger}, which is no part of ${name}; choose another directory`,
    );
  if (held.length > 0 && !held.includes(mark)) {
    throw new InputError(
      `${folder} holds ${held[0]} but no ${mark}, so it is not ${name} that could be replaced; choose another directory`,
    );
  }
}

/**
 * Writes a folder of files, whole or not at all: to a temporary one beside it, then renamed. One
 * that was written so before is replaced: moved aside first and deleted last, so that it is never
 * lost.
 *
 * @param files content by name, or by path with forward slashes
 * @throws InputError where the folder holds anything else
 */
export function writeFolder(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  kind: FolderKind,
): void {
  const names = Object.keys(files).map((path) => path.split("/")[0]);
  checkReplaceable(folder, names, kind);
  const [temporary, before] = [temporaryBeside(resolve(folder)), temporaryBeside(resolve(folder))];
  try {
    mkdirSync(temporary, { recursive: true });
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(temporary, path)), { recursive: true });
      writeFileSync(join(temporary, path), content);
    }
    if (existsSync(folder)) renameSync(folder, before);
    renameSync(temporary, folder);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    if (existsSync(before) && !existsSync(folder)) renameSync(before, folder);
    throw withPath(error, folder);
  }
  rmSync(before, { recursive: true, force: true });
  sweepLeftovers(dirname(resolve(folder)));
}

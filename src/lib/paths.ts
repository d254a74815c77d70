import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { InputError } from "./check";

/** The project's root folder, absolute. */
export const projectRoot = resolve(__dirname, "..", "..");

/** The folder of caches and downloaded weights: `SER_CACHE`, or `speech-emotion-notebooks` in the user's cache directory. */
export function cacheFolder(): string {
  if (process.env.SER_CACHE) return resolve(process.env.SER_CACHE);
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "speech-emotion-notebooks");
}

/** A name beside `path` to write to before renaming; no other call, thread or process gets the same one. */
export function temporaryBeside(path: string): string {
  return `${path}.${process.pid}-${randomBytes(4).toString("hex")}.tmp`;
}

/**
 * Writes a whole file or nothing: to a temporary name in the same folder, then renamed. Folders are made.
 * Two processes may write the same path; the last one wins with a complete file.
 */
export function writeFile(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = temporaryBeside(path);
  try {
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/**
 * Writes a folder of files, whole or not at all: to a temporary one beside it, then renamed. One that was written so before is replaced:
 * moved aside first and deleted last, so that it is never lost.
 *
 * @param files content by name
 * @param kind what the folder is, for the error: "a saved model"
 * @throws InputError where the folder holds anything else
 */
export function writeFolder(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array>>,
  kind: string,
): void {
  const stranger = existsSync(folder) && readdirSync(folder).find((name) => !Object.hasOwn(files, name));
  if (stranger) {
    throw new InputError(
      `${folder} holds ${stranger}, which is no part of ${kind}; choose another directory`,
    );
  }
  const [temporary, before] = [temporaryBeside(resolve(folder)), temporaryBeside(resolve(folder))];
  try {
    mkdirSync(temporary, { recursive: true });
    for (const [name, content] of Object.entries(files)) writeFileSync(join(temporary, name), content);
    if (existsSync(folder)) renameSync(folder, before);
    renameSync(temporary, folder);
  } catch (error) {
    rmSync(temporary, { recursive: true, force: true });
    if (existsSync(before) && !existsSync(folder)) renameSync(before, folder);
    throw error;
  }
  rmSync(before, { recursive: true, force: true });
}

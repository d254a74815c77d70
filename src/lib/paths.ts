import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";

/** The project's root folder, absolute. */
export const projectRoot = resolve(__dirname, "..", "..");

/** The folder of caches and downloaded weights: `SER_CACHE`, or `speech-emotion-notebooks` in the user's cache directory. */
export function cacheFolder(): string {
  if (process.env.SER_CACHE) return resolve(process.env.SER_CACHE);
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "speech-emotion-notebooks");
}

/** A name beside `path` to write to before renaming; no other call or process gets the same one. */
export function temporaryBeside(path: string): string {
  temporaryCount++;
  return `${path}.${process.pid}-${temporaryCount}.tmp`;
}

let temporaryCount = 0;

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

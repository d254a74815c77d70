import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Names of the WAV files in a folder, sorted; hidden ones (macOS leaves `._x.wav`) are left out. Empty where there is no such folder. */
export function listWavFiles(folder: string): string[] {
  if (!isFolder(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.wav$/i.test(name) && !name.startsWith("."))
    .filter((name) => !isFolder(join(folder, name)))
    .sort();
}

/** Whether a folder of this path exists. */
export function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

import { readdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { isFolder } from "./is-folder";

/**
 * All files below a folder, by their path from it with forward slashes, sorted. Hidden files and
 * folders (macOS leaves `._x.wav` and `__MACOSX`) are left out; a linked folder is followed once.
 *
 * @example listTree(".")[0] // "ann/anger1.wav"
 */
export function listTree(folder: string): string[] {
  const files: string[] = [];
  walk(folder, "", new Set(), files);
  return files.sort();
}

function walk(root: string, below: string, seen: Set<string>, files: string[]): void {
  const folder = join(root, below);
  const real = realpathSync(folder);
  if (seen.has(real)) return;
  seen.add(real);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name.startsWith(".") || entry.name === "__MACOSX") continue;
    const path = below === "" ? entry.name : `${below}/${entry.name}`;
    const inside = entry.isDirectory() || (entry.isSymbolicLink() && isFolder(join(root, path)));
    if (inside) walk(root, path, seen, files);
    else files.push(path);
  }
}

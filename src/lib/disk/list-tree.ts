import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import { join } from "node:path";

/**
 * All files below a folder, by their path from it with forward slashes, sorted. Hidden files and
 * folders (macOS leaves `._x.wav` and `__MACOSX`) are left out, pipes, sockets and devices too; a
 * linked folder is followed once.
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
    const kind = kindOf(entry, join(root, path));
    if (kind.isDirectory()) walk(root, path, seen, files);
    else if (kind.isFile() || kind.isSymbolicLink()) files.push(path);
  }
}

/** What an entry or its link's goal is; a link to nothing stays a link. */
function kindOf(entry: Dirent, path: string): Pick<Dirent, "isFile" | "isDirectory" | "isSymbolicLink"> {
  if (!entry.isSymbolicLink()) return entry;
  try {
    return statSync(path);
  } catch {
    return entry;
  }
}

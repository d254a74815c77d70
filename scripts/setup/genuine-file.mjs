import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/**
 * The path of the folder's file whose name begins so and whose SHA-256 digest is this; others of
 * that name are removed.
 */
export function genuineFile(folder, start, sha256) {
  if (!existsSync(folder)) return undefined;
  const paths = readdirSync(folder)
    .filter((name) => name.startsWith(start))
    .map((name) => join(folder, name));
  for (const path of paths) {
    if (createHash("sha256").update(readFileSync(path)).digest("hex") === sha256) return path;
    rmSync(path);
  }
  return undefined;
}

import { randomBytes } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder, temporaryBeside } from "./paths";

/**
 * What a cache folder is known by: machines that read the same there see the same folder. It is
 * written by the first who asks.
 *
 * @throws Node's own error where the folder cannot be written
 */
export function cacheId(folder: string = cacheFolder()): string {
  const path = join(folder, "id");
  const temporary = temporaryBeside(path);
  mkdirSync(folder, { recursive: true });
  writeFileSync(temporary, `${randomBytes(8).toString("hex")}\n`);
  try {
    linkSync(temporary, path); // whole, and never over another's
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(temporary);
  }
  return readFileSync(path, "utf8").trim();
}

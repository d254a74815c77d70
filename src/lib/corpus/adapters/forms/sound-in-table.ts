import { existsSync } from "node:fs";
import { join } from "node:path";
import { cacheFolder, writeFile } from "../../../disk/paths";
import { sha256 } from "../../../disk/sha256";

/**
 * Sound that stands in a table's cell, as `datasets` writes it: the file's bytes, and the name that
 * it had.
 */
export interface SoundCell {
  readonly bytes: Uint8Array;
  readonly path?: string | null;
}

/** Whether a cell holds a sound file. */
export function isSoundCell(cell: unknown): cell is SoundCell {
  return typeof cell === "object" && cell !== null && (cell as SoundCell).bytes instanceof Uint8Array;
}

/**
 * Writes a sound out of a table into the cache, once: it is found by its digest.
 *
 * @returns absolute path of the file
 */
export function keepSound({ bytes, path }: SoundCell): string {
  const digest = sha256(bytes).slice(0, 32);
  const ending = /\.\w{1,5}$/.exec(path ?? "")?.[0].toLowerCase() ?? ".wav";
  const kept = join(cacheFolder(), "sounds", digest.slice(0, 2), `${digest}${ending}`);
  if (!existsSync(kept)) writeFile(kept, bytes);
  return kept;
}

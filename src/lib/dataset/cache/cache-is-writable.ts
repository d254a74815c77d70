import { accessSync, constants, mkdirSync } from "node:fs";
import { cacheFolder } from "../../disk/paths";

/** Folders whose rows cannot be kept, and of which that was said. */
const told = new Set<string>();

/**
 * Whether rows can be kept in the cache; where they cannot, says so once, and features are computed
 * without it.
 */
export function cacheIsWritable(folder: string = cacheFolder()): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!told.has(folder))
      console.error(
        `${folder} cannot be written (${code}): features are not kept; set SER_CACHE to another folder`,
      );
    told.add(folder);
    return false;
  }
}

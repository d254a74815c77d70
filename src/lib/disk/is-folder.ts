import { existsSync, statSync } from "node:fs";

/** Whether a folder of this path exists. */
export function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

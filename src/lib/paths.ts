import { homedir } from "node:os";
import { join, resolve } from "node:path";

/** The project's root folder, absolute. */
export const projectRoot = resolve(__dirname, "..", "..");

/** The folder of caches and downloaded weights: `SER_CACHE`, or `speech-emotion-notebooks` in the user's cache directory. */
export function cacheFolder(): string {
  if (process.env.SER_CACHE) return resolve(process.env.SER_CACHE);
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), ".cache"), "speech-emotion-notebooks");
}

import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome"];

/**
 * The Chromium or Chrome that `BROWSER_PATH` names or that is on the PATH; undefined where there is
 * none.
 */
export function findBrowser({ BROWSER_PATH, PATH = "" } = process.env): string | undefined {
  const places = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return BROWSER_PATH || places.find((place) => existsSync(place));
}

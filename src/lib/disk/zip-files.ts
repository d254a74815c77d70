import { type Zippable, zipSync } from "fflate";

/**
 * The first date that a zip can hold: with one date for all, the same files give the same bytes.
 */
const date = new Date(1980, 0, 1);

/**
 * Packs files into a zip.
 *
 * @param files content by path in the zip, with forward slashes
 * @returns the zip's bytes: the same for the same files, in whatever order they are given
 */
export function zipFiles(files: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1));
  const entries: Zippable = Object.fromEntries(
    sorted.map(([path, bytes]) => [path, [bytes, { mtime: date }]]),
  );
  return zipSync(entries, { level: 6 });
}

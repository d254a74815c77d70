import { appendFileSync, existsSync } from "node:fs";
import { basename, extname, join } from "node:path";
import { UsageError } from "../../lib/check";
import { writeFile } from "../../lib/disk/paths";
import { type LineKind, resumeLines } from "../../lib/disk/resume-lines";

/** Where answers go. */
export interface Output {
  /** Whether the answer of a recording stands there already, whole. */
  has(file: string): boolean;
  add(file: string, text: string): void;
}

/** Standard output, line after line. */
export function standardOutput(header = ""): Output {
  process.stdout.write(header);
  return { has: () => false, add: (_, text) => void process.stdout.write(text) };
}

/**
 * One file for all recordings, which is continued where it stands.
 *
 * @param nameIn the recording's name as lines have it
 */
export function lineFile(path: string, kind: LineKind, nameIn = (file: string) => file): Output {
  const finished = resumeLines(path, kind);
  return { has: (file) => finished.has(nameIn(file)), add: (_, text) => appendFileSync(path, text) };
}

/**
 * A file for each recording below a folder, under the recording's path with another ending; or
 * `place` itself for one recording, where it ends so.
 *
 * @throws UsageError where a file is named for several recordings
 */
export function fileEach(place: string, ending: string, files: readonly string[]): Output {
  const isFile = place.toLowerCase().endsWith(ending.toLowerCase());
  if (isFile && files.length > 1)
    throw new UsageError(
      `${place} takes one recording, ${files.length} are named; give a folder to --out, without ${ending}`,
    );
  const places = isFile ? new Map([[files[0], place]]) : placesBelow(place, ending, files);
  const placeOf = (file: string) => places.get(file) ?? place;
  return {
    has: (file) => existsSync(placeOf(file)),
    add: (file, text) => writeFile(placeOf(file), text),
  };
}

/** Two recordings that differ in their ending alone keep it. */
function placesBelow(folder: string, ending: string, files: readonly string[]): Map<string, string> {
  const taken = new Map<string, string>();
  for (const file of files) {
    const below = file === "-" ? "standard-input" : file.replace(/^([A-Za-z]:)?(\.{0,2}[/\\])+/, "");
    const stem = join(folder, below.slice(0, below.length - extname(basename(below)).length) + ending);
    const others = new Set(taken.values());
    taken.set(file, others.has(stem) ? join(folder, below + ending) : stem);
  }
  return taken;
}

import { appendFileSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { cacheFolder, writeFile } from "../disk/paths";
import { sha256 } from "../disk/sha256";
import type { Corpus } from "./recording";
import type { RecordingFacts } from "./recording-facts";

/**
 * Facts of another form than this version's are found anew: raise it with each change of
 * `RecordingFacts` or of how they are found.
 */
const FACTS_VERSION = 3;

/**
 * How a fact stands in the file: one JSON object a line, later lines replace earlier ones of the
 * same path.
 */
type KeptLine = RecordingFacts & { readonly path: string };

/** With how much of what is filled in later the facts of a file were kept last. */
const keptWith = new WeakMap<RecordingFacts, string>();

const filledIn = ({ digest, samples }: RecordingFacts) => `${digest} ${samples !== undefined}`;

/**
 * The facts that earlier checks of a corpus kept, as far as the files have not changed: by path,
 * length and time of change, as build tools do, so that a corpus is not read again for every run.
 *
 * @returns a look-up by the file's absolute path
 */
export function recallFacts({ root }: Pick<Corpus, "root">): (path: string) => RecordingFacts | undefined {
  const kept = readKept(placeOf(root));
  return (path) => {
    const facts = kept.get(path);
    if (!facts || !isUnchanged(path, facts)) return undefined;
    keptWith.set(facts, filledIn(facts));
    return facts;
  };
}

/**
 * Keeps what is known of a corpus's files and was not kept before, in one JSONL file per corpus
 * under `<cache>/facts/`. Lines are appended, so that processes may share the file; a line that a
 * killed one left half-written counts as missing, and the next begins on a line of its own.
 */
export function keepFacts({ root, recordings }: Pick<Corpus, "root" | "recordings">): void {
  const lines: string[] = [];
  for (const { path, facts } of recordings) {
    if (facts?.changed === undefined || keptWith.get(facts) === filledIn(facts)) continue;
    keptWith.set(facts, filledIn(facts));
    lines.push(lineOf(path, facts));
  }
  if (lines.length === 0) return;
  const place = placeOf(root);
  try {
    mkdirSync(dirname(place), { recursive: true });
    appendFileSync(place, `\n${lines.join("\n")}\n`);
  } catch {
    // A cache that cannot be written costs time only: the files are read again.
  }
}

function placeOf(root: string): string {
  const name = sha256(root).slice(0, 16);
  return join(cacheFolder(), "facts", `v${FACTS_VERSION}`, `${name}.jsonl`);
}

function isUnchanged(path: string, { fileBytes, changed }: RecordingFacts): boolean {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found?.isFile() === true && Number(found.size) === fileBytes && String(found.ctimeNs) === changed;
}

function readKept(place: string): Map<string, RecordingFacts> {
  const kept = new Map<string, RecordingFacts>();
  const lines = linesOf(place);
  for (const line of lines) {
    const { path, ...facts } = parseLine(line) ?? {};
    if (path !== undefined) kept.set(path, facts as RecordingFacts);
  }
  if (lines.length > 2 * kept.size + 100) rewrite(place, kept);
  return kept;
}

function linesOf(place: string): string[] {
  try {
    return readFileSync(place, "utf8").split("\n").filter(Boolean);
  } catch {
    return [];
  }
}

function lineOf(path: string, facts: RecordingFacts): string {
  return JSON.stringify({ path, ...facts } satisfies KeptLine);
}

function parseLine(line: string): Partial<KeptLine> | undefined {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

/** Without the lines that were replaced meanwhile. */
function rewrite(place: string, kept: ReadonlyMap<string, RecordingFacts>): void {
  try {
    writeFile(place, [...kept].map(([path, facts]) => `${lineOf(path, facts)}\n`).join(""));
  } catch {
    // As above.
  }
}

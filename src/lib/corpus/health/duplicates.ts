import { closeSync, openSync, readSync } from "node:fs";
import { digestFile } from "../../disk/digest-file";
import { groupBy } from "../../numbers/group-by";
import type { Corpus, Recording } from "../recording";
import type { RecordingFacts } from "./inspect-recording";
import type { Problem } from "./problem";

const PROBE_BYTES = 512;

/**
 * Recordings with the same bytes under several names: they count twice, and leak when their speakers differ. Only files of one length
 * that agree in their middle are read whole.
 */
export function duplicateProblems(
  { recordings }: Corpus,
  facts: ReadonlyMap<string, RecordingFacts>,
): Problem[] {
  const readable = [...new Map(recordings.map((r) => [r.path, r])).values()].filter(({ file }) =>
    facts.has(file),
  );
  const alike = groupsOf(readable, ({ file }) => String(facts.get(file)!.fileBytes))
    .flatMap((group) => groupsOf(group, ({ path, file }) => probe(path, facts.get(file)!.fileBytes)))
    .flatMap((group) => groupsOf(group, ({ path }) => digestFile(path)));
  return alike.map(problemOf);
}

function groupsOf(recordings: readonly Recording[], keyOf: (recording: Recording) => string): Recording[][] {
  return [...groupBy(recordings, keyOf).values()].filter((group) => group.length > 1);
}

function probe(path: string, fileBytes: number): string {
  const handle = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(PROBE_BYTES);
    readSync(handle, bytes, 0, PROBE_BYTES, Math.floor(fileBytes / 2));
    return bytes.toString("latin1");
  } finally {
    closeSync(handle);
  }
}

function problemOf(same: readonly Recording[]): Problem {
  const speakers = new Set(same.map(({ speaker }) => speaker)).size;
  const emotions = new Set(same.map(({ emotion }) => emotion)).size;
  const differing = [speakers > 1 ? `${speakers} speakers` : "", emotions > 1 ? `${emotions} emotions` : ""];
  const under = differing.filter(Boolean).join(" and ");
  const names = same.map(({ file }) => file).join(", ");
  return {
    severity: "suspicious",
    file: same[0].file,
    row: same[0].row,
    message: `${names} hold the same recording${under && ` under ${under}`}; keep one`,
  };
}

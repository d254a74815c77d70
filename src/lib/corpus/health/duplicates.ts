import { groupBy } from "../../numbers/group-by";
import { digestOf } from "../digest-of";
import type { CheckedRecording } from "../recording";
import type { Problem } from "./problem";

/**
 * Recordings with the same bytes under several names: they count twice, and leak when their
 * speakers differ. Only files of one length that agree in their middle are read whole.
 */
export function duplicateProblems(recordings: readonly CheckedRecording[]): Problem[] {
  const files = [...new Map(recordings.map((recording) => [recording.path, recording])).values()];
  return groupsOf(files, ({ facts }) => `${facts.fileBytes} ${facts.middle}`)
    .flatMap((group) => groupsOf(group, digestOf))
    .map(problemOf);
}

function groupsOf(
  recordings: readonly CheckedRecording[],
  keyOf: (recording: CheckedRecording) => string,
): CheckedRecording[][] {
  return [...groupBy(recordings, keyOf).values()].filter((group) => group.length > 1);
}

function problemOf(same: readonly CheckedRecording[]): Problem {
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

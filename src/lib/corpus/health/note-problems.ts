import { groupBy } from "../../numbers/group-by";
import type { CheckedRecording } from "../recording";
import { inFiles } from "./in-files";
import type { Problem } from "./problem";

/** The end of a note on what averaging hides: nothing to tell where a channel is picked. */
const ofAverage = /\(--channel \d+\)$/;

/**
 * What is strange about the recordings' sound: one problem for all files of which the same is to be
 * said.
 */
export function noteProblems(recordings: readonly CheckedRecording[]): Problem[] {
  const noted = recordings.flatMap((recording) =>
    (recording.facts.notes ?? [])
      .filter((note) => recording.channel === undefined || !ofAverage.test(note))
      .map((note) => ({ recording, note })),
  );
  return [...groupBy(noted, ({ note }) => note)].flatMap(([note, files]) =>
    inFiles(
      files.map(({ recording }) => recording),
      note,
    ),
  );
}

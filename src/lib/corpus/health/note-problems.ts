import { groupBy } from "../../numbers/group-by";
import type { CheckedRecording } from "../recording";
import type { Problem } from "./problem";

/** Names that are listed; of more the number is told. */
const mostNamed = 3;

/** What is strange about the recordings' sound: one problem for all files of which the same is to be said. */
export function noteProblems(recordings: readonly CheckedRecording[]): Problem[] {
  const noted = recordings.flatMap(({ file, row, facts }) =>
    (facts.notes ?? []).map((note) => ({ file, row, note })),
  );
  return [...groupBy(noted, ({ note }) => note)].map(([note, files]) => {
    const named = files.slice(0, mostNamed).map(({ file }) => file);
    const more = files.length - named.length;
    const names = `${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
    const { file, row } = files[0];
    return { severity: "suspicious", file, row, message: `${names}: ${note}` };
  });
}

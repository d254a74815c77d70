import { InputError } from "../../check";
import type { Recording } from "../recording";
import type { LabelMap, Renaming } from "./label-map";

/** Recordings under their new words, and a sentence on what was left out. */
export interface Mapped {
  readonly recordings: readonly Recording[];
  readonly notes: readonly string[];
}

/**
 * Renames emotions and speakers, and leaves out what is mapped to null; the word as it was written
 * stays in `extra.written_emotion` where it changes.
 *
 * @throws InputError for a word that no recording has
 */
export function applyLabelMap(recordings: readonly Recording[], map: LabelMap): Mapped {
  checkKnown(recordings, map.emotion, "emotion");
  checkKnown(recordings, map.speaker, "speaker");
  const kept = recordings.filter(
    ({ emotion, speaker }) => lookUp(map.emotion, emotion) !== null && lookUp(map.speaker, speaker) !== null,
  );
  const left = recordings.length - kept.length;
  const notes =
    left === 0 ? [] : [`${left} of ${recordings.length} recordings are left out by the label map.`];
  return { recordings: kept.map((recording) => renamed(recording, map)), notes };
}

function renamed(recording: Recording, map: LabelMap): Recording {
  const emotion = lookUp(map.emotion, recording.emotion) ?? recording.emotion;
  const speaker = lookUp(map.speaker, recording.speaker) ?? recording.speaker;
  if (emotion === recording.emotion) return { ...recording, speaker };
  const extra = { ...recording.extra, written_emotion: recording.emotion };
  return { ...recording, emotion, speaker, extra };
}

function lookUp(renaming: Renaming, word: string): string | null | undefined {
  return Object.hasOwn(renaming, word) ? renaming[word] : undefined;
}

function checkKnown(
  recordings: readonly Recording[],
  renaming: Renaming,
  column: "emotion" | "speaker",
): void {
  const known = new Set(recordings.map((recording) => recording[column]));
  const stranger = Object.keys(renaming).find((word) => !known.has(word));
  if (stranger === undefined) return;
  const some = [...known]
    .sort()
    .slice(0, 12)
    .map((word) => JSON.stringify(word));
  throw new InputError(
    `label map: no recording has the ${column} "${stranger}"; there are ${some.join(", ")}${known.size > 12 ? ", ..." : ""}`,
  );
}

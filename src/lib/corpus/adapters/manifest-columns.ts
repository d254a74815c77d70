import { InputError } from "../../check";

/** Which columns of a manifest hold what every corpus needs. */
export interface ManifestColumns {
  readonly file: string;
  readonly emotion: string;
  readonly speaker: string;
}

/** Accepted names, the first that is there wins; compared without case, spaces and hyphens as underscores. */
const SYNONYMS: Readonly<Record<keyof ManifestColumns, readonly string[]>> = {
  file: [
    "file",
    "file_name",
    "filename",
    "file_path",
    "filepath",
    "path",
    "wav",
    "wav_file",
    "audio",
    "audio_file",
  ],
  emotion: ["emotion", "emo", "label", "emotion_label", "class", "category"],
  speaker: [
    "speaker",
    "speaker_id",
    "speakerid",
    "spk",
    "spk_id",
    "spkid",
    "actor",
    "actor_id",
    "talker",
    "subject",
  ],
};

/**
 * Finds the columns `file`, `emotion` and `speaker`, or a synonym of each.
 *
 * @param columns The header as written.
 * @param manifest The manifest's name, for the error.
 * @throws InputError naming the missing column, the names accepted and the columns that are there.
 *
 * @example manifestColumns(["file_name", "label", "spk"], "m.csv") // { file: "file_name", emotion: "label", speaker: "spk" }
 */
export function manifestColumns(columns: readonly string[], manifest: string): ManifestColumns {
  const find = (what: keyof ManifestColumns) => {
    const found = SYNONYMS[what]
      .map((synonym) => columns.find((column) => normalized(column) === synonym))
      .find((column) => column !== undefined);
    if (found !== undefined) return found;
    const accepted = SYNONYMS[what].slice(0, 4).join(", ");
    throw new InputError(
      `${manifest}: column "${what}" is missing (${accepted} and the like are taken), the columns are ${columns.join(", ")}; add it or rename one`,
    );
  };
  return { file: find("file"), emotion: find("emotion"), speaker: find("speaker") };
}

function normalized(column: string): string {
  return column.trim().toLowerCase().replace(/[ -]+/g, "_");
}

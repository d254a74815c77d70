import { InputError } from "../../../check";
import { commonName } from "../../words/emotion-words";

/** Which columns of a manifest hold what a corpus needs. */
export interface ManifestColumns {
  readonly file: string;
  readonly emotion: string;
  /** None: the speakers are not known. */
  readonly speaker?: string;
  /** Where a piece of the file starts, in seconds. */
  readonly start?: string;
  readonly end?: string;
  /** How long the piece is, in seconds; goes with a start where there is no end. */
  readonly duration?: string;
  readonly channel?: string;
}

/**
 * Accepted names, the first that is there wins; compared without case, spaces and hyphens as
 * underscores.
 */
const SYNONYMS = {
  file: words(
    "file file_name filename file_path filepath path wav wav_file wav_path audio audio_file audio_path audio_filepath",
  ),
  emotion: words(
    "emotion emo label emotion_label class category emotions labels emotion_class emo_class emoclass",
  ),
  speaker: words(
    "speaker speaker_id speakerid spk spk_id spkid spkrid actor actor_id talker subject speaker_name participant participant_id",
  ),
  start: times("start start_time begin onset offset"),
  end: times("end end_time stop"),
  duration: times("duration dur length"),
  channel: words("channel"),
} satisfies Record<keyof ManifestColumns, readonly string[]>;

/**
 * Finds the columns of a manifest, by their names or synonyms. The file and the emotion must be
 * there.
 *
 * @param columns The header as written.
 * @param manifest The manifest's name, for the error.
 * @throws InputError naming the missing column, the names accepted and the columns that are there.
 *
 * @example manifestColumns(["file_name", "label", "spk"], "m.csv") // { file: "file_name", emotion: "label", speaker: "spk" }
 */
export function manifestColumns(columns: readonly string[], manifest: string): ManifestColumns {
  const found = findColumns(columns);
  for (const what of ["file", "emotion"] as const) {
    if (found[what] !== undefined) continue;
    if (isRow(columns)) {
      throw new InputError(
        `${manifest}: its first line is a recording already (${columns.join(", ")}); write a header above it: file, emotion, speaker`,
      );
    }
    const accepted = SYNONYMS[what].slice(0, 4).join(", ");
    throw new InputError(
      `${manifest}: column "${what}" is missing (${accepted} and the like are taken), the columns are ${columns.join(", ")}; add it or rename one`,
    );
  }
  return found as ManifestColumns;
}

/** Whether a table begins with a row: one cell is a word for an emotion. */
function isRow(columns: readonly string[]): boolean {
  return columns.filter((column) => commonName(column) !== undefined).length === 1;
}

/** Whether a table's header is a manifest's. */
export function isManifestHeader(columns: readonly string[]): boolean {
  const { file, emotion } = findColumns(columns);
  return file !== undefined && emotion !== undefined;
}

/** The column that holds one thing, if any. */
export function findColumn(columns: readonly string[], what: keyof ManifestColumns): string | undefined {
  return SYNONYMS[what]
    .map((synonym) => columns.find((column) => normalized(column) === synonym))
    .find((column) => column !== undefined);
}

/**
 * What a number in a column of times counts, in seconds: thousandths where its name says so.
 *
 * @example secondsPerUnit("start_ms") // 0.001
 */
export function secondsPerUnit(column: string): number {
  return /_(ms|msec|milliseconds)$/.test(normalized(column)) ? 1e-3 : 1;
}

/** Columns that tell times in a way that is not read, such as numbers of samples. */
export function idleTimes(columns: readonly string[]): readonly string[] {
  const found = Object.values(findColumns(columns));
  return columns.filter(
    (column) => /^(start|end|begin|stop|onset|offset)_/.test(normalized(column)) && !found.includes(column),
  );
}

/** A duration tells a piece only where its start is told, and its end is not. */
function findColumns(columns: readonly string[]): Partial<ManifestColumns> {
  const names = Object.keys(SYNONYMS) as (keyof ManifestColumns)[];
  const found = names
    .map((what) => [what, findColumn(columns, what)] as const)
    .filter(([, column]) => column !== undefined);
  const { duration, ...others } = Object.fromEntries(found) as Partial<ManifestColumns>;
  const isPiece = others.start !== undefined && others.end === undefined;
  return duration !== undefined && isPiece ? { ...others, duration } : others;
}

/** Each name alone and with a unit behind it. */
function times(text: string): readonly string[] {
  return ["", "_s", "_sec", "_seconds", "_ms", "_msec", "_milliseconds"].flatMap((unit) =>
    words(text).map((name) => name + unit),
  );
}

function words(text: string): readonly string[] {
  return text.split(" ");
}

function normalized(column: string): string {
  return column.trim().toLowerCase().replace(/[ -]+/g, "_");
}

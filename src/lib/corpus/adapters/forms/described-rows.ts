import { InputError } from "../../../check";
import { FileLocator } from "../../locate-files";
import { type Piece, pieceName } from "../../piece-name";
import type { Recording } from "../../recording";
import type { AdapterOptions, OpenedFolder } from "../adapter";

/** One recording as a table describes it. */
export interface DescribedRow extends Piece {
  /** The file's path as the table writes it. */
  readonly written: string;
  /** Absolute path of the file, where it is known already: sound out of a table. */
  readonly path?: string;
  readonly emotion: string;
  readonly speaker: string;
  readonly extra: Readonly<Record<string, string>>;
  readonly row?: number;
}

/** A table that describes a corpus. */
export interface Description {
  /** Absolute path of the folder that the files' paths count from. */
  readonly root: string;
  /** The table's file name, for messages. */
  readonly manifest: string;
  readonly rows: readonly DescribedRow[];
  readonly notes?: readonly string[];
}

/**
 * The recordings that a table describes: their files are looked for, pieces of files get names of
 * their own.
 */
export function openDescribed(
  { root, manifest, rows, notes = [] }: Description,
  { audioRoot }: AdapterOptions,
): OpenedFolder {
  const locator = new FileLocator(root, audioRoot);
  const recordings = rows.map((row) => recordingOf(row, manifest, locator));
  return {
    root: audioRoot ?? root,
    recordings,
    manifest,
    manifestFolder: root,
    notes: [...notes, ...locator.notes()],
  };
}

function recordingOf(
  { written, path, ...rest }: DescribedRow,
  manifest: string,
  locator: FileLocator,
): Recording {
  const { startSeconds, endSeconds, channel, ...told } = rest;
  const piece = {
    ...(startSeconds !== undefined && { startSeconds }),
    ...(endSeconds !== undefined && { endSeconds }),
    ...(channel !== undefined && { channel }),
  };
  const located = path === undefined ? locateIn(locator, written) : { file: written, path };
  checkPiece(piece, `${manifest}${told.row === undefined ? "" : ` row ${told.row}`}: ${located.file}`);
  return { ...told, ...piece, path: located.path, file: pieceName(located.file, piece) };
}

function locateIn(locator: FileLocator, written: string) {
  return written === "" ? { file: "", path: "" } : locator.find(written);
}

function checkPiece(
  { startSeconds: start = 0, endSeconds: end = Number.POSITIVE_INFINITY }: Piece,
  where: string,
): void {
  if (start >= 0 && end > start) return;
  throw new InputError(
    `${where} goes from ${start} to ${end} s; a piece ends after it starts, and starts at 0 or later`,
  );
}

import { InputError } from "../../../check";
import { type Chunk, isChunkId, letters } from "./chunks";

/**
 * Sizes from here on stand for "not known yet": recorders write them before they begin, and die.
 */
const placeholders = 0x7fff0000;

/** Where the samples of a chunk end. */
export interface DataExtent {
  readonly start: number;
  readonly bytes: number;
  readonly notes: readonly string[];
}

/**
 * Whether a chunk of samples goes on to the file's end: its size was never written (0, 0x7FFFFFFF,
 * 0xFFFFFFFF and the like).
 *
 * @param bytes the file, or its beginning
 */
export function isEndless({ start, size }: Chunk, bytes: Uint8Array, fileBytes: number): boolean {
  if (size === 0) return fileBytes > start && !isChunkId(letters(bytes, start));
  return size >= placeholders && size > fileBytes - start;
}

/**
 * Where the samples end.
 *
 * @throws InputError for a chunk that is cut off
 */
export function dataExtent(chunk: Chunk, bytes: Uint8Array, fileBytes: number, name: string): DataExtent {
  const { start, size } = chunk;
  const present = fileBytes - start;
  if (isEndless(chunk, bytes, fileBytes)) {
    const note =
      "its header does not say how long it is (the recorder did not finish); it is read to the end of the file";
    return { start, bytes: present, notes: [note] };
  }
  if (size <= present) return { start, bytes: size, notes: [] };
  throw new InputError(
    `${name}: the data chunk is cut off, its header says ${size} bytes and ${present} are there; copy the file again`,
  );
}

/** What is said of chunks of samples after the first. */
export function furtherDataNotes(count: number): string[] {
  return count > 1 ? [`it holds ${count} chunks of sound; the first is read, the others are left out`] : [];
}

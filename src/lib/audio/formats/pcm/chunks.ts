import { InputError } from "../../../check";

/** A piece of a container. */
export interface Chunk {
  readonly id: string;
  /** Its first byte after its header, from the file's beginning. */
  readonly start: number;
  /** As its header says. */
  readonly size: number;
}

/** How a container writes the headers of its chunks. */
export interface ChunkForm {
  readonly headerBytes: number;
  /** Chunks begin at multiples of so many bytes. */
  readonly align: 1 | 2 | 8;
  size(view: DataView, at: number): number;
}

/** RIFF: four letters and four bytes, little-endian. */
export const riffForm: ChunkForm = {
  headerBytes: 8,
  align: 2,
  size: (view, at) => view.getUint32(at + 4, true),
};

/** EA IFF 85, of AIFF: four letters and four bytes, big-endian. */
export const iffForm: ChunkForm = { headerBytes: 8, align: 2, size: (view, at) => view.getUint32(at + 4) };

/** Core Audio Format: four letters and eight bytes, big-endian; -1 is to the end. */
export const cafForm: ChunkForm = {
  headerBytes: 12,
  align: 1,
  size: (view, at) => Number(view.getBigUint64(at + 4)),
};

/**
 * Wave64: sixteen bytes, whose first four are letters, and eight bytes that count the header, too.
 */
export const wave64Form: ChunkForm = {
  headerBytes: 24,
  align: 8,
  size: (view, at) => Number(view.getBigUint64(at + 16, true)) - 24,
};

/** More than any recorder writes. */
const mostChunks = 1000;

const known = ["fmt ", "data", "LIST", "fact", "bext", "cue ", "id3 ", "JUNK", "COMM", "SSND", "FVER"];

/**
 * The chunks of a container from `from` on; those that are not padded to the container's multiple
 * are found, too.
 *
 * @param bytes the file, or its beginning
 * @param name of the file, for errors
 * @param endless whether a chunk reaches to the file's end whatever its header says
 * @throws InputError for more than 1,000 of them
 */
export function listChunks(
  bytes: Uint8Array,
  from: number,
  form: ChunkForm,
  name: string,
  endless: (chunk: Chunk) => boolean = () => false,
): Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks: Chunk[] = [];
  for (let at = from; at + form.headerBytes <= bytes.length; ) {
    const chunk = { id: letters(bytes, at), start: at + form.headerBytes, size: form.size(view, at) };
    if (!isChunkId(chunk.id) || chunk.size < 0) break;
    chunks.push(chunk);
    if (chunks.length > mostChunks) {
      throw new InputError(`${name}: the file has more than ${mostChunks} chunks; write it again`);
    }
    if (endless(chunk)) break;
    at = nextChunk(bytes, chunk.start + chunk.size, form.align);
  }
  return chunks;
}

/** Four letters at a place; fewer at the end. */
export function letters(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

/** Whether this can be the name of a chunk. */
export function isChunkId(id: string): boolean {
  return /^[\x20-\x7e]{4}$/.test(id);
}

function nextChunk(bytes: Uint8Array, end: number, align: number): number {
  const padded = Math.ceil(end / align) * align;
  return padded !== end && known.includes(letters(bytes, end)) ? end : padded;
}

import { InputError } from "../../../check";
import { letters } from "../pcm/chunks";
import { pageChecksum } from "./crc32";

/** A page of an OGG file. */
export interface OggPage {
  /** Samples of the stream up to the last packet that ends here; -1 where none does. */
  readonly granule: number;
  readonly serial: number;
  /** Pages of a stream are numbered. */
  readonly sequence: number;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  /** The pieces of packets in it. */
  readonly pieces: readonly Uint8Array[];
  /** Whether the last piece goes on in the next page. */
  readonly isOpen: boolean;
  /** The first byte behind it. */
  readonly end: number;
}

const headerBytes = 27;

/**
 * Reads the page at `at` (RFC 3533) and checks its checksum.
 *
 * @returns nothing where the file ends within it
 * @throws InputError where no page begins there or its checksum is wrong
 */
export function readOggPage(bytes: Uint8Array, at: number, name: string): OggPage | undefined {
  if (at + headerBytes > bytes.length) return undefined;
  if (letters(bytes, at) !== "OggS") throw damaged(name, at, "no page begins");
  const segments = bytes[at + 26];
  const start = at + headerBytes + segments;
  const lengths = bytes.subarray(at + headerBytes, start);
  const end = start + lengths.reduce((sum, length) => sum + length, 0);
  if (lengths.length < segments || end > bytes.length) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (pageChecksum(bytes, at, end) !== view.getUint32(at + 22, true))
    throw damaged(name, at, "a page has a wrong checksum");
  return {
    granule: Number(view.getBigInt64(at + 6, true)),
    serial: view.getUint32(at + 14, true),
    sequence: view.getUint32(at + 18, true),
    isFirst: (bytes[at + 5] & 2) !== 0,
    isLast: (bytes[at + 5] & 4) !== 0,
    pieces: piecesOf(bytes, start, lengths),
    isOpen: lengths[segments - 1] === 255,
    end,
  };
}

function piecesOf(bytes: Uint8Array, start: number, lengths: Uint8Array): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let [from, to] = [start, start];
  for (const [i, length] of lengths.entries()) {
    to += length;
    if (length === 255 && i < lengths.length - 1) continue;
    pieces.push(bytes.subarray(from, to));
    from = to;
  }
  return pieces;
}

function damaged(name: string, at: number, what: string): InputError {
  return new InputError(`${name} is damaged: ${what} at byte ${at} of the OGG file; copy it again`);
}

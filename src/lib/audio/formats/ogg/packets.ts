import { InputError } from "../../../check";
import { type OggPage, readOggPage } from "./pages";

/** The packets that end in a page, and how many samples the stream has come to with them. */
export interface OggPackets {
  readonly packets: readonly Uint8Array[];
  /** -1 where no packet ends in the page. */
  readonly granule: number;
  readonly isLast: boolean;
}

/** How a walk through an OGG file ended. */
export interface OggEnd {
  /** Whether the file stops within a page, or without a last one. */
  isCut: boolean;
  /** Streams behind the one that was read. */
  streamsBehind: number;
}

/**
 * The packets of one stream of an OGG file, page by page; the checksum and the number of each page
 * are checked.
 *
 * @param end told when the walk is over
 * @throws InputError for a damaged page, and where one is missing
 */
export function* oggPackets(
  bytes: Uint8Array,
  serial: number,
  name: string,
  end: OggEnd,
): Generator<OggPackets> {
  let open: Uint8Array[] = [];
  let sequence: number | undefined;
  let isOver = false;
  for (let at = 0; at < bytes.length; ) {
    const page: OggPage | undefined = isOver ? tryPage(bytes, at, name) : readOggPage(bytes, at, name);
    if (!page) break;
    at = page.end;
    if (page.serial !== serial || isOver) {
      if (isOver && page.isFirst) end.streamsBehind++;
      continue;
    }
    if (sequence !== undefined && page.sequence !== sequence + 1) {
      throw new InputError(`${name} is damaged: a page of the OGG file is missing; copy it again`);
    }
    sequence = page.sequence;
    isOver = page.isLast;
    const pieces = [...page.pieces];
    const last = page.isOpen ? pieces.pop() : undefined;
    if (open.length > 0 && pieces.length > 0) {
      pieces[0] = joinedBytes([...open, pieces[0]]);
      open = [];
    }
    if (last) open.push(last);
    yield { packets: pieces, granule: page.granule, isLast: page.isLast };
  }
  end.isCut = !isOver;
}

/** Behind the last page, what is damaged does not matter. */
function tryPage(bytes: Uint8Array, at: number, name: string): OggPage | undefined {
  try {
    return readOggPage(bytes, at, name);
  } catch {
    return undefined;
  }
}

/** Several pieces as one. */
export function joinedBytes(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

import { InputError } from "../check";
import { decodeText } from "./decode-text";

/** What a table's bytes say, and what was taken for granted in reading them. */
export interface DecodedText {
  readonly text: string;
  /** One sentence where the encoding was guessed. */
  readonly note?: string;
}

/**
 * What Windows-1252 has from 0x80 to 0x9f, where Latin-1 has control characters; written out, as
 * Node 20's own decoder takes the one for the other.
 */
const WINDOWS = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** Bytes that no letter has in Windows-1252. */
const UNUSED = /[\x81\x8d\x8f\x90\x9d]/;

/**
 * Text of a table from UTF-8 or UTF-16 (`decodeText`), or from Windows-1252, in which spreadsheets
 * of Western languages save, with a note. Other encodings are told by their letters, which follow
 * one another outside of ASCII.
 *
 * @throws InputError naming the file and line where the bytes are none of these
 * @example decodeTableText(Uint8Array.of(0x66, 0xfc, 0x72), "labels.csv").text // "für"
 */
export function decodeTableText(bytes: Uint8Array, name: string): DecodedText {
  try {
    return { text: decodeText(bytes, name) };
  } catch (error) {
    if (!(error instanceof InputError) || !isWestern(bytes)) throw error;
    const note = `${name} is not in UTF-8 and was read as Windows-1252; where letters such as ä or ü look wrong, save it as UTF-8.`;
    return { text: western(bytes), note };
  }
}

function western(bytes: Uint8Array): string {
  const latin = Buffer.from(bytes).toString("latin1");
  return latin.replace(/[\x80-\x9f]/g, (letter) => WINDOWS[letter.charCodeAt(0) - 0x80]);
}

/** Whether most letters outside of ASCII stand alone, as in no other script or encoding. */
function isWestern(bytes: Uint8Array): boolean {
  const text = Buffer.from(bytes).toString("latin1");
  if (UNUSED.test(text) || text.includes("\0")) return false;
  const runs = text.match(/[\x80-\xff]+/g) ?? [];
  return runs.filter((run) => run.length === 1).length * 2 > runs.length;
}

import { InputError } from "../check";

/**
 * Text from bytes in UTF-8, or in UTF-16, which a byte order mark or its zero bytes tell; the mark
 * is left out.
 *
 * @param name of the file, for the error
 * @throws InputError naming the file and line where the bytes are neither
 * @example decodeText(Uint8Array.of(0x66, 0xfc, 0x72), "labels.csv") // throws "labels.csv line 1 is not in UTF-8"
 */
export function decodeText(bytes: Uint8Array, name: string): string {
  const decoded = decode(bytes, encodingOf(bytes));
  if (decoded !== undefined) return decoded;
  throw new InputError(
    `${name} line ${firstBadLine(bytes)} is not in UTF-8, so letters such as ä or ü would be lost; save the file as UTF-8`,
  );
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return "utf-16le";
  if (first === 0xfe && second === 0xff) return "utf-16be";
  // no text in UTF-8 has a zero byte: every second one is zero in UTF-16, where a table begins in
  // Latin letters
  if (second === 0 && first > 0) return "utf-16le";
  return first === 0 && second > 0 ? "utf-16be" : "utf-8";
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function firstBadLine(bytes: Uint8Array): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line++) {
    const end = bytes.indexOf(0x0a, start);
    if (end < 0 || decode(bytes.subarray(start, end), "utf-8") === undefined) break;
    start = end + 1;
  }
  return line;
}

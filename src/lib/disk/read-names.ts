import { decodeText } from "./decode-text";

/**
 * The names in a list, one a line, or parted by zero bytes as `find -print0` does; empty lines are
 * none.
 *
 * @param list its name, for errors
 * @throws InputError where the list is no text
 * @example readNames(new TextEncoder().encode("a.wav\n\nb.wav\n"), "list.txt") // ["a.wav", "b.wav"]
 */
export function readNames(bytes: Uint8Array, list: string): string[] {
  const text = decodeText(bytes, list);
  return text.split(text.includes("\0") ? "\0" : /\r?\n/).filter((name) => name.trim() !== "");
}

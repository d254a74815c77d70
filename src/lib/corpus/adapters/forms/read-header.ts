import { closeSync, openSync, readSync } from "node:fs";

const HEAD_BYTES = 4096;

/**
 * The first line of a text table, or the keys of the first object of JSON lines, without reading
 * more of it.
 *
 * @example readHeader("metadata.csv") // ["file", "emotion", "speaker", "fold"]
 */
export function readHeader(path: string): string[] {
  const [line] = headOf(path)
    .replace(/^\uFEFF/, "")
    .trimStart()
    .split(/\r?\n/);
  if (line.startsWith("{")) return [...line.matchAll(/"([^"]+)"\s*:/g)].map(([, key]) => key);
  return line.split(/[,;\t]/).map((cell) => cell.trim().replace(/^"|"$/g, ""));
}

function headOf(path: string): string {
  const handle = openSync(path, "r");
  try {
    const bytes = new Uint8Array(HEAD_BYTES);
    const length = readSync(handle, bytes, 0, HEAD_BYTES, 0);
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8";
    return new TextDecoder(encoding).decode(bytes.subarray(0, length));
  } finally {
    closeSync(handle);
  }
}

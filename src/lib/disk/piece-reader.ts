import { closeSync, openSync, readSync, statSync } from "node:fs";
import type { AsyncBuffer } from "hyparquet";

/** A file of which the Parquet reader reads the pieces that it needs; it is open only meanwhile. */
export function pieceReader(path: string): AsyncBuffer {
  const { size } = statSync(path);
  return {
    byteLength: size,
    slice(start, end = size) {
      const bytes = new Uint8Array(end - start);
      const handle = openSync(path, "r");
      readSync(handle, bytes, 0, bytes.length, start);
      closeSync(handle);
      return bytes.buffer;
    },
  };
}

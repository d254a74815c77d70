/** Taggers write several, one behind the other. */
const mostTags = 16;

/**
 * The first byte behind ID3v2 tags at a file's beginning (id3.org, ID3v2.4 section 3.1); 0 where
 * there are none.
 */
export function afterId3(bytes: Uint8Array): number {
  let at = 0;
  for (let tag = 0; tag < mostTags && String.fromCharCode(...bytes.subarray(at, at + 3)) === "ID3"; tag++) {
    const size = bytes.subarray(at + 6, at + 10).reduce((sum, byte) => sum * 128 + (byte & 127), 0);
    at += 10 + size + (bytes[at + 5] & 0x10 ? 10 : 0);
  }
  return at;
}

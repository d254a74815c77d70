import { type Piece, pieceName } from "../../corpus/piece-name";
import { digestBytes } from "../../disk/digest-file";

/**
 * What the cache knows a recording by: the digest of its file, or of a piece of it one of its own,
 * of the file's and the times.
 *
 * @param digest of the file's bytes
 * @example pieceDigest("ab12", {}) // "ab12"
 */
export function pieceDigest(digest: string, piece: Piece): string {
  const fragment = pieceName("", piece);
  return fragment === "" ? digest : digestBytes(new TextEncoder().encode(digest + fragment));
}

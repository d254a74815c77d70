import { createHash } from "node:crypto";

/**
 * The SHA-256 digest of bytes, or of a text in UTF-8, as 64 hex digits.
 *
 * @example sha256("abc").slice(0, 8) // "ba7816bf"
 */
export function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

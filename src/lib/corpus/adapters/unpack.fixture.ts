import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { encodeWav } from "../../audio/encode-wav";
import { isSoundFileName } from "../../disk/is-sound-file-name";

/** A tone of 50 ms whose bytes are those of no other name. */
function toneFor(name: string): Uint8Array {
  const hertz = 100 + ([...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 997, 7) % 900);
  return encodeWav(
    Float32Array.from({ length: 800 }, (_, i) => 0.5 * Math.sin((2 * Math.PI * hertz * i) / 16000)),
    16000,
  );
}

/**
 * Writes a corpus as its archives unpack: a tiny sound for every sound's name (copies are equal),
 * the given text for all other files.
 *
 * @param files paths with forward slashes; with a text, or a list of bytes, where it is no sound
 * @param name of the corpus's folder
 * @returns the folder's absolute path, in a temporary one
 */
export function unpack(
  files: Readonly<Record<string, string | Uint8Array>> | readonly string[],
  name = "unpacked",
): string {
  const root = join(mkdtempSync(join(tmpdir(), "ser-unpack-")), name);
  const entries = Array.isArray(files) ? files.map((file) => [file, ""] as const) : Object.entries(files);
  for (const [file, content] of entries) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(
      join(root, file),
      isSoundFileName(file) && content === "" ? toneFor(basename(file)) : content,
    );
  }
  return root;
}

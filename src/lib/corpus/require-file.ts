import { existsSync } from "node:fs";
import { InputError } from "../check";
import type { Recording } from "./recording";

/**
 * Refuses a recording whose file is not there.
 *
 * @example requireFile({ path: "/data/a.wav", file: "a.wav" }) // throws "a.wav: the file is missing (looked for /data/a.wav)"
 */
export function requireFile({ path, file }: Pick<Recording, "path" | "file">): void {
  if (!existsSync(path)) throw new InputError(`${file}: the file is missing (looked for ${path})`);
}

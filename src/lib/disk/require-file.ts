import { existsSync, statSync } from "node:fs";
import { InputError } from "../check";
import { isFolder } from "./is-folder";

/**
 * Refuses a recording whose file is not there, a folder, a device or a pipe.
 *
 * @example requireFile({ path: "/data/a.wav", file: "a.wav" }) // throws "a.wav: the file is missing (looked for /data/a.wav)"
 */
export function requireFile({ path, file }: { readonly path: string; readonly file: string }): void {
  if (!existsSync(path)) throw new InputError(`${file}: the file is missing (looked for ${path})`);
  if (isFolder(path)) throw new InputError(`${file} is a folder; name the recordings in it`);
  if (!statSync(path).isFile()) throw noRegularFile(file);
}

/** The refusal of a device, a pipe or a socket. */
export function noRegularFile(file: string): InputError {
  return new InputError(`${file} is a device or a pipe, which may have no end; name regular files`);
}

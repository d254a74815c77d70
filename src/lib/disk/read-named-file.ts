import { readFileSync, statSync } from "node:fs";
import { noRegularFile } from "./require-file";

/**
 * The bytes of a file that someone names or a corpus brings. A pipe that the shell makes (`<(...)`,
 * `/dev/stdin`) is read to its end; other pipes, sockets and devices may have none.
 *
 * @throws InputError for what is no regular file; Node's own error where it cannot be read
 * @example readNamedFile("/dev/zero") // throws "/dev/zero is a device or a pipe, which may have no end; name regular files"
 */
export function readNamedFile(path: string): Buffer {
  const status = statSync(path);
  const isOfShell = status.isFIFO() && /^\/(dev|proc)\//.test(path);
  // a folder tells by the error of reading it
  if (status.isFile() || status.isDirectory() || isOfShell) return readFileSync(path);
  throw noRegularFile(path);
}

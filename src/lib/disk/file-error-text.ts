/** What is wrong and the cure, after the path. */
const sentences: Readonly<Record<string, string>> = {
  ENOENT: "does not exist; correct the path",
  ENOTDIR: "leads through a file that is no folder; correct the path",
  EISDIR: "is a folder where a file is needed; correct the path",
  EEXIST: "is in the way; choose another place",
  ELOOP: "is a link that leads to itself; correct the link",
  EIO: "cannot be read or written by its disk; copy it to another disk or choose another place",
  ENAMETOOLONG: "is a longer name than the disk takes; choose a shorter one",
  ENXIO: "is a socket or a device that gives nothing to read; name regular files",
  EACCES: "may not be read or written by this user; change its permissions or choose another place",
  EPERM: "may not be read or written by this user; change its permissions or choose another place",
  EROFS: "lies on a disk that is read-only; choose another place",
  EMFILE:
    "cannot be opened, as this process has too many files open; raise the limit (ulimit -n) or use fewer workers",
  ENFILE: "cannot be opened, as this machine has too many files open; end other programs",
  EDQUOT: "does not fit into this user's share of the disk; make room or choose another place",
  ENOSPC: "does not fit on the disk; make room or choose another place",
};

/**
 * An ordinary error of reading or writing a file in one sentence; `undefined` for any other error.
 *
 * @example
 * const error = Object.assign(new Error(), { code: "ENOENT", syscall: "open", path: "runs/a.csv" });
 * fileErrorText(error) // "runs/a.csv does not exist; correct the path"
 */
export function fileErrorText(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, syscall, path, dest } = error as NodeJS.ErrnoException & { dest?: string };
  const sentence = sentences[code ?? ""];
  if (sentence === undefined || syscall === undefined) return undefined;
  // Files are written under a temporary name first: what was asked for is told.
  const named = (dest ?? path ?? "a path").replace(/\.\d+-[0-9a-f]{8}\.tmp\b/, "");
  return `${named} ${sentence}`;
}

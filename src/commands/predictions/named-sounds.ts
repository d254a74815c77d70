import { buffer } from "node:stream/consumers";
import { soundFormatOf } from "../../lib/audio/formats/sound-format";
import { UsageError } from "../../lib/check";
import { findSounds } from "../../lib/disk/find-sounds";
import { readNamedFile } from "../../lib/disk/read-named-file";
import { readNames } from "../../lib/disk/read-names";

/** What is to be recognised. */
export interface NamedSounds {
  readonly files: readonly string[];
  /** The recording itself, where it came on standard input; among `files` as "-". */
  readonly piped?: Uint8Array;
  /** One sentence for each name that stands for no recording. */
  readonly missing: readonly string[];
}

/**
 * The recordings that arguments and a list name: files, folders, patterns. "-" stands for standard
 * input, which holds a recording, told by its first bytes, or names.
 *
 * @throws UsageError where nothing is named
 */
export async function namedSounds(
  args: readonly string[],
  list: string | undefined,
  standardInput: NodeJS.ReadableStream = process.stdin,
): Promise<NamedSounds> {
  const asksInput = args.includes("-") || list === "-";
  const input = asksInput ? await buffer(standardInput) : undefined;
  const piped = input && isSound(input) ? input : undefined;
  const inputNames = input === undefined ? [] : piped ? ["-"] : readNames(input, "standard input");
  const listed = list === undefined || list === "-" ? [] : readNames(readNamedFile(list), list);
  const names = args.flatMap((name) => (name === "-" ? inputNames : [name]));
  if (list === "-" && !args.includes("-")) names.push(...inputNames);
  names.push(...listed);
  if (names.length === 0)
    throw new UsageError("no recording is named: give files, folders, --files LIST, or - for standard input");
  return { ...findSounds(names), piped };
}

function isSound(bytes: Uint8Array): boolean {
  try {
    return soundFormatOf(bytes, "-") !== undefined;
  } catch {
    return false;
  }
}

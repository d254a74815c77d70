import { dirname } from "node:path";
import { UsageError } from "../check";
import type { Recording } from "./recording";

/**
 * Names speakers by their files, where a corpus does not tell them, or tells them otherwise.
 *
 * @param spec `file` (each file has a speaker of its own), `folder` (the folder that holds the
 *   file), or a regular expression whose group is the speaker in the file's path: `^(s\d+)_`
 * @throws UsageError where it is no such expression, or fits a file not
 *
 * @example speakerFrom("^(\\w+)/", recordings)[0].speaker // "ann"
 */
export function speakerFrom(spec: string, recordings: readonly Recording[]): Recording[] {
  const speakerOf =
    spec === "file" ? ({ file }: Recording) => file : spec === "folder" ? folderOf : groupOf(spec);
  return recordings.map((recording) => ({ ...recording, speaker: speakerOf(recording) }));
}

function folderOf({ file }: Recording): string {
  const folder = dirname(file);
  if (folder !== ".") return folder;
  throw new UsageError(
    `--speaker-from folder: ${file} lies in no folder below the corpus's; give a regular expression or "file"`,
  );
}

function groupOf(spec: string): (recording: Recording) => string {
  const pattern = compile(spec);
  return ({ file }) => {
    const match = pattern.exec(file);
    const speaker = match?.groups?.speaker ?? match?.[1];
    if (speaker) return speaker;
    throw new UsageError(
      `--speaker-from ${spec} finds no speaker in ${file}; the group of the expression must match the speaker in every path`,
    );
  };
}

function compile(spec: string): RegExp {
  try {
    const pattern = new RegExp(spec);
    if (/\((?!\?[:=!]|\?<[=!])/.test(spec)) return pattern;
  } catch {}
  throw new UsageError(
    `--speaker-from ${spec} must be "file", "folder" or a regular expression with a group for the speaker, such as "^(s\\d+)_"`,
  );
}

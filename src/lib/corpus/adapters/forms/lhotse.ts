import { existsSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { InputError } from "../../../check";
import { readNamedFile } from "../../../disk/read-named-file";
import type { Adapter } from "../adapter";
import { type DescribedRow, openDescribed } from "./described-rows";
import { partOf } from "./table-files";

const SUPERVISIONS = /^(.*)supervisions(.*)\.jsonl(\.gz)?$/;

interface RecordingLine {
  readonly id: string;
  readonly duration: number;
  readonly sources: readonly { readonly source: string }[];
}

interface SupervisionLine {
  readonly id: string;
  readonly recording_id: string;
  readonly start: number;
  readonly duration: number;
  readonly speaker?: string;
  readonly gender?: string;
  readonly text?: string;
  readonly custom?: Readonly<Record<string, unknown>>;
}

/**
 * Lhotse's manifests (k2, icefall): `recordings.jsonl.gz` with `supervisions.jsonl.gz`, whose
 * `custom` holds the emotion.
 */
export const lhotse: Adapter = {
  name: "lhotse",
  about: "supervisions.jsonl.gz beside recordings.jsonl.gz: Lhotse",
  finds: ({ files }) => files.filter((file) => SUPERVISIONS.test(file) && !file.includes("/")),
  open(tree, options) {
    const rows = lhotse.finds(tree).flatMap((file) => rowsOf(tree.root, file));
    return openDescribed({ root: tree.root, manifest: "supervisions.jsonl", rows }, options);
  },
};

function rowsOf(root: string, file: string): DescribedRow[] {
  const recordings = new Map(
    readLines<RecordingLine>(root, file.replace("supervisions", "recordings")).map((line) => [line.id, line]),
  );
  const part = partOf(file.replace(/\.jsonl.*/, ""));
  return readLines<SupervisionLine>(root, file).map((line) => {
    const recording = recordings.get(line.recording_id);
    if (!recording)
      throw new InputError(
        `${file}: "${line.id}" is of recording "${line.recording_id}", which is not listed; add it`,
      );
    return describedRow(line, recording, part);
  });
}

function describedRow(
  line: SupervisionLine,
  recording: RecordingLine,
  part: string | undefined,
): DescribedRow {
  const { id, start, duration, speaker = "", gender, text, custom = {} } = line;
  const isWhole = start === 0 && Math.abs(duration - recording.duration) < 1e-3;
  const emotion = custom.emotion ?? custom.emo ?? custom.label ?? "";
  const extra = {
    utterance: id,
    ...(gender && { gender }),
    ...(text && { text }),
    ...(part && { split: part }),
  };
  const times = isWhole ? {} : { startSeconds: start, endSeconds: start + duration };
  return { written: recording.sources[0].source, emotion: String(emotion), speaker, ...times, extra };
}

function readLines<T>(root: string, file: string): T[] {
  const path = join(root, file);
  if (!existsSync(path)) throw new InputError(`${file} is missing beside the other manifest; copy it`);
  const bytes = readNamedFile(path);
  const text = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  return text
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

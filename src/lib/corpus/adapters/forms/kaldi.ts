import { existsSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { InputError } from "../../../check";
import { decodeText } from "../../../disk/decode-text";
import { isSoundFileName } from "../../../disk/is-sound-file-name";
import { readNamedFile } from "../../../disk/read-named-file";
import type { CorpusTree } from "../../corpus-tree";
import type { Adapter, OpenedFolder } from "../adapter";
import { type DescribedRow, openDescribed } from "./described-rows";
import { partOf } from "./table-files";

const EMOTIONS = ["utt2emo", "utt2emotion", "utt2label", "utt2cat"];

/**
 * Kaldi's and ESPnet's data folders: `wav.scp`, `utt2spk`, `utt2emo`, and `segments` where
 * recordings are cut.
 */
export const kaldi: Adapter = {
  name: "kaldi",
  about: "wav.scp with utt2emo (or utt2emotion), utt2spk and segments: a Kaldi or ESPnet data folder",
  finds: ({ files }) => files.filter((file) => /(^|\/)wav\.scp$/.test(file)),
  open(tree, options) {
    const folders = kaldi.finds(tree).map((file) => dirname(file));
    const rows = folders.flatMap((folder) => rowsOf(tree, folder));
    const root = rootOf(tree, rows);
    const commands = rows.filter(({ byCommand }) => byCommand).length;
    const opened: OpenedFolder = openDescribed(
      { root, manifest: "wav.scp", rows: rows.map(({ described }) => described) },
      options,
    );
    const note = `${commands} recordings are named by a command; their files are taken as they are.`;
    return { ...opened, notes: [...(opened.notes ?? []), ...(commands > 0 ? [note] : [])] };
  },
};

interface KaldiRow {
  readonly described: DescribedRow;
  readonly byCommand: boolean;
}

function rowsOf({ root }: CorpusTree, folder: string): KaldiRow[] {
  const read = (name: string) => readPairs(join(root, folder, name));
  const emotions = EMOTIONS.map(read).find((pairs) => pairs.size > 0);
  if (!emotions)
    throw new InputError(
      `${join(root, folder)} has wav.scp and no utt2emo; add it: an utterance and its emotion a line`,
    );
  const [files, speakers, segments, texts] = ["wav.scp", "utt2spk", "segments", "text"].map(read);
  const part = partOf(folder);
  const utterances = segments.size > 0 ? segments : new Map([...files.keys()].map((id) => [id, id]));
  return [...utterances].map(([id, piece]) => {
    const [recording, start, end] = piece.split(/\s+/);
    const { written, byCommand } = fileOf(files.get(recording), recording);
    const times =
      start === undefined
        ? {}
        : { startSeconds: Number(start), endSeconds: Number(end) < 0 ? undefined : Number(end) };
    const extra = {
      utterance: id,
      ...(texts.has(id) && { text: texts.get(id)! }),
      ...(part && { split: part }),
    };
    const [emotion = "", speaker = ""] = [emotions.get(id), speakers.get(id)];
    return { byCommand, described: { written, emotion, speaker, ...times, extra } };
  });
}

/**
 * A line of wav.scp is a path, or a command that writes the sound; then the sound file that it
 * names.
 */
function fileOf(line: string | undefined, id: string): { written: string; byCommand: boolean } {
  if (line === undefined)
    throw new InputError(`wav.scp has no recording "${id}", which segments names; add it`);
  if (!line.endsWith("|")) return { written: line, byCommand: false };
  const file = line.split(/\s+/).find(isSoundFileName);
  if (file) return { written: file, byCommand: true };
  throw new InputError(
    `wav.scp: "${id}" is the command ${line}, which names no sound file; run it and write the file's path`,
  );
}

/** Paths count from where Kaldi is run: the folder itself, or one of those above. */
function rootOf({ root }: CorpusTree, rows: readonly KaldiRow[]): string {
  const first = rows[0]?.described.written ?? "";
  const above = [root, ...["..", "../..", "../../.."].map((up) => resolve(root, up))];
  return above.find((folder) => existsSync(resolve(folder, first))) ?? root;
}

function readPairs(path: string): Map<string, string> {
  if (!existsSync(path)) return new Map();
  const lines = decodeText(readNamedFile(path), relative(dirname(path), path)).split(/\r?\n/);
  return new Map(
    lines.flatMap((line) => {
      const match = /^(\S+)\s+(.*\S)\s*$/.exec(line);
      return match ? [[match[1], match[2]]] : [];
    }),
  );
}

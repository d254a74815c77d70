import { basename, join } from "node:path";
import { readTable, type TableRow } from "../../../disk/read-table";
import type { CorpusTree } from "../../corpus-tree";
import type { Recording } from "../../recording";
import { commonName } from "../../words/emotion-words";
import type { Adapter, OpenedFolder } from "../adapter";
import { apart } from "../apart";
import { soundsByStem } from "../sounds-by-stem";

const TABLE = /(^|\/)(train|dev|test)_sent_emo\.csv$/;
const PARTS: Readonly<Record<string, string>> = { train: "train", dev: "validation", test: "test" };

/** Films that are damaged in the archives. */
const UNUSABLE = ["train/dia125_utt3", "dev/dia110_utt7"];

/**
 * `train_splits/dia6_utt1.mp4` and the folders of dev and test, told by `train_sent_emo.csv`, ...;
 * ids start anew in each part.
 */
export const meld: Adapter = {
  name: "meld",
  about: {
    title: "MELD",
    citation: "Poria et al. 2019",
    language: "English",
    licence: "GPL-3.0",
    source: "https://github.com/declare-lab/MELD",
    recordings: 13708,
    speakers: 304,
    labels: ["anger", "disgust", "fear", "happiness", "neutral", "sadness", "surprise"],
    folds: "train, validation and test",
  },
  finds: ({ files }) => files.filter((file) => TABLE.test(file)),
  open(tree) {
    const tables = meld.finds(tree);
    const rows = tables.flatMap((table) => partOf(tree, table));
    const { recordings, notes } = apart(rows, "All");
    return { root: tree.root, recordings, notes: [...notes, ...(leftOut(tree, tables) ?? [])] };
  },
};

function partOf(tree: CorpusTree, table: string): Recording[] {
  const part = TABLE.exec(table)![2];
  const byStem = soundsByStem(tree.sounds.filter((file) => isOfPart(file, part)));
  return readTable(join(tree.root, table))
    .rows.filter(({ cells }) => !UNUSABLE.includes(`${part}/${stemOf(cells)}`))
    .map(({ cells }) => recordingOf(tree.root, byStem.get(stemOf(cells))?.[0], cells, part));
}

function recordingOf(
  root: string,
  found: string | undefined,
  cells: TableRow["cells"],
  part: string,
): Recording {
  const { Speaker: speaker, Emotion: original, Utterance: text = "", Dialogue_ID: dialog } = cells;
  const file = found ?? `${part}_splits/${stemOf(cells)}.mp4`;
  const extra = { original, text, dialog, split: PARTS[part] };
  return { file, path: join(root, file), speaker, emotion: commonName(original) ?? original, extra };
}

function stemOf({ Dialogue_ID: dialog, Utterance_ID: utterance }: TableRow["cells"]): string {
  return `dia${dialog}_utt${utterance}`;
}

/** By the folders above it; the test part's archive is called `output_repeated_splits_test`. */
function isOfPart(file: string, part: string): boolean {
  return file
    .split("/")
    .slice(0, -1)
    .some((folder) =>
      folder
        .toLowerCase()
        .split(/[^a-z]+/)
        .includes(part),
    );
}

function leftOut({ sounds }: CorpusTree, tables: readonly string[]): OpenedFolder["notes"] {
  const parts = tables.map((table) => TABLE.exec(table)![2]);
  const damaged = UNUSABLE.filter((one) => parts.includes(one.split("/")[0]));
  const there = damaged.filter((one) =>
    sounds.some((file) => basename(file).startsWith(`${basename(one)}.`)),
  );
  return there.length === 0
    ? []
    : [`${there.join(" and ")} are left out: the films are damaged in the archive.`];
}

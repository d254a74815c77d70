import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import type { CorpusTree } from "../../corpus-tree";
import { pieceName } from "../../piece-name";
import type { Recording } from "../../recording";
import type { Adapter } from "../adapter";

const TABLE = /(^|\/)pavoque-(angry|happy|neutral|poker|sad)\.yaml$/;

const EMOTIONS: Readonly<Record<string, string>> = {
  angry: "anger",
  happy: "happiness",
  neutral: "neutral",
  poker: "poker",
  sad: "sadness",
};

interface Entry {
  readonly prompt?: string;
  readonly text?: string;
  readonly start: number;
  readonly end: number;
}

/**
 * `pavoque-angry.flac` with `pavoque-angry.yaml`: recordings are pieces of five long files.
 * Outtakes are left out.
 */
export const pavoque: Adapter = {
  name: "pavoque",
  about: {
    title: "PAVOQUE",
    citation: "Steiner et al. 2013",
    language: "German",
    licence: "CC BY-NC-SA 4.0",
    source: "https://github.com/marytts/pavoque-data",
    recordings: 5442,
    speakers: 1,
    labels: ["anger", "happiness", "neutral", "poker", "sadness"],
  },
  finds: ({ files }) => files.filter((file) => TABLE.test(file)),
  open(tree) {
    const recordings = pavoque.finds(tree).flatMap((table) => piecesOf(tree, table));
    return { root: tree.root, recordings };
  },
};

function piecesOf({ root, sounds }: CorpusTree, table: string): Recording[] {
  const stem = table.replace(/\.yaml$/, "");
  const sound = sounds.find((file) => file.replace(/\.\w+$/, "") === stem) ?? `${stem}.flac`;
  const entries = parse(readFileSync(join(root, table), "utf8")) as readonly Entry[];
  return entries.map(({ prompt = "", text = "", start: startSeconds, end: endSeconds }) => {
    const original = TABLE.exec(table)![2];
    const extra = { original, prompt, text, gender: "male" };
    const emotion = EMOTIONS[original];
    return {
      file: pieceName(sound, { startSeconds, endSeconds }),
      path: join(root, sound),
      startSeconds,
      endSeconds,
      speaker: "pavoque",
      emotion,
      extra,
    };
  });
}

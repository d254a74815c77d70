import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { InputError } from "../../../check";
import { isFolder } from "../../../disk/is-folder";
import { readTable, type TableRow } from "../../../disk/read-table";
import type { CorpusTree } from "../../corpus-tree";
import { commonName } from "../../words/emotion-words";
import type { Adapter } from "../adapter";
import { type DescribedRow, openDescribed } from "./described-rows";
import { foldsOfEmobox } from "./emobox-folds";
import { emoboxSpeakers } from "./emobox-speakers";
import { parseSeconds } from "./parse-seconds";
import { readHeader } from "./read-header";

const LABEL_MAPS = ["label_map.json", "label_dict.json"];

/**
 * EmoBox's metadata: `data/<corpus>/<corpus>.jsonl` with its `label_map.json` and published folds
 * (Ma et al. 2024).
 */
export const emobox: Adapter = {
  name: "emobox",
  about: "data/<corpus>/<corpus>.jsonl with label_map.json and fold_1/, ...: EmoBox",
  finds: listsIn,
  open(tree, options) {
    const lists = listsIn(tree);
    if (lists.length !== 1) {
      throw new InputError(
        `${tree.path} has ${lists.length} EmoBox lists (${lists.slice(0, 5).join(", ")}); name one, such as --corpus ${join(tree.root, lists[0] ?? "data/emodb")}`,
      );
    }
    const list = join(tree.root, lists[0]);
    const rows = describe(list);
    return openDescribed({ root: rootOf(list, rows), manifest: basename(list), rows }, options);
  },
};

/** The lists beside which folds or a label map lie, or a list that was named itself. */
function listsIn({ path, root, files }: CorpusTree): readonly string[] {
  const named = !isFolder(path);
  const lists = files.filter((file) => {
    const folder = dirname(join(root, file));
    const beside = [...LABEL_MAPS, "fold_1"].some((name) => existsSync(join(folder, name)));
    return (
      /\.jsonl$/i.test(file) &&
      !/(^|\/)fold_\d+\//.test(file) &&
      (named || beside) &&
      isList(join(root, file))
    );
  });
  const main = lists.filter((file) => basename(file, ".jsonl") === basename(dirname(join(root, file))));
  return main.length > 0 ? main : lists;
}

function isList(path: string): boolean {
  const keys = readHeader(path);
  return ["key", "dataset", "wav", "emo"].every((key) => keys.includes(key));
}

function describe(list: string): DescribedRow[] {
  const { rows } = readTable(list);
  const labels = labelMap(dirname(list));
  const fold = foldsOfEmobox(dirname(list));
  const speakerOf = emoboxSpeakers(dirname(list));
  return rows.map((row) => describedRow(row, labels, fold(row.cells.key), speakerOf(row.cells)));
}

function describedRow(
  { row, cells }: TableRow,
  labels: ReadonlyMap<string, string>,
  fold: Readonly<Record<string, string>>,
  speaker: string,
): DescribedRow {
  const { wav = "", emo = "", start_time = "", end_time = "" } = cells;
  const mapped = labels.get(emo.toLowerCase()) ?? emo;
  const extra = { original: emo, key: cells.key, ...fold };
  const [startSeconds, endSeconds] = [start_time, end_time].map((time) => parseSeconds(time, `row ${row}`));
  return {
    written: wav,
    emotion: commonName(mapped) ?? mapped,
    speaker,
    startSeconds,
    endSeconds,
    extra,
    row,
  };
}

/** Without regard to case, as keys and labels differ in it. */
function labelMap(folder: string): Map<string, string> {
  const path = LABEL_MAPS.map((name) => join(folder, name)).find(existsSync);
  if (!path) return new Map();
  const entries = Object.entries(JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>);
  return new Map(entries.flatMap(([from, to]) => (typeof to === "string" ? [[from.toLowerCase(), to]] : [])));
}

/**
 * Paths count from the folder that holds `data/` and `downloads/`, or from a nearer one in a copy.
 */
function rootOf(list: string, rows: readonly DescribedRow[]): string {
  const usual = resolve(dirname(list), "../..");
  const folders = [usual, dirname(list), resolve(dirname(list), ".."), resolve(dirname(list), "../../..")];
  return folders.find((folder) => existsSync(join(folder, rows[0].written))) ?? usual;
}

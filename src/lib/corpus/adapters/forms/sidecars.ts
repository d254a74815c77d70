import { basename, extname, join } from "node:path";
import { InputError } from "../../../check";
import { decodeTableText } from "../../../disk/decode-table-text";
import { isJsonObject } from "../../../disk/is-json-object";
import { readNamedFile } from "../../../disk/read-named-file";
import { cellText } from "../../../disk/read-table";
import type { CorpusTree } from "../../corpus-tree";
import { commonName } from "../../words/emotion-words";
import type { Adapter } from "../adapter";
import { describedFromTable } from "./described-from-table";
import { openDescribed } from "./described-rows";
import { isManifestHeader } from "./manifest-columns";

/** A recording and the file beside it that tells of it. */
interface Pair {
  readonly sound: string;
  readonly sidecar: string;
}

type Cells = Readonly<Record<string, string>>;

/** So many sidecars are looked into to see whether they tell emotions. */
const LOOKED_INTO = 20;

/**
 * A small file beside each recording that tells its emotion: `a.wav` with `a.json` of the columns
 * of a manifest, as webdataset's tars unpack, or with the word alone in `a.txt`, `a.lab` or
 * `a.cls`.
 */
export const sidecars: Adapter = {
  name: "sidecars",
  about:
    "a file beside each recording: a.json with emotion and speaker (also what webdataset's tars unpack to), or the emotion alone in a.txt, a.lab, a.cls",
  finds(tree) {
    const pairs = pairsIn(tree);
    const some = pairs.slice(0, LOOKED_INTO);
    const telling = some.filter((pair) => tellsEmotion(pair, cellsOf(tree, pair)));
    return telling.length > 0 && telling.length >= some.length / 2 ? pairs.map(({ sidecar }) => sidecar) : [];
  },
  open(tree, options) {
    const pairs = pairsIn(tree);
    const rows = pairs.flatMap((pair) => {
      const cells = cellsOf(tree, pair);
      if (cells === undefined)
        throw new InputError(
          `${pair.sidecar}: it tells no emotion; write one, or {"emotion": ..., "speaker": ...}`,
        );
      const table = { columns: Object.keys(cells), rows: [{ row: 1, cells }] };
      return describedFromTable(table, pair.sidecar).map(({ row: _, ...row }) => row);
    });
    const { manifest: _, ...opened } = openDescribed(
      { root: tree.root, manifest: "sidecars", rows },
      options,
    );
    const left = tree.sounds.length - pairs.length;
    const notes =
      left === 0 ? [] : [`${left} recordings are left out, as no file beside them tells an emotion.`];
    return { ...opened, notes: [...(opened.notes ?? []), ...notes] };
  },
};

/** Files of the recording's name in its folder; of several the JSON. */
function pairsIn({ files, sounds }: CorpusTree): readonly Pair[] {
  const all = new Set(files);
  return sounds.flatMap((sound) => {
    const stem = sound.slice(0, -extname(sound).length);
    const sidecar = [".json", ".txt", ".lab", ".cls"]
      .map((ending) => stem + ending)
      .find((file) => all.has(file));
    return sidecar === undefined ? [] : [{ sound, sidecar }];
  });
}

/** What a sidecar tells, as a row of a manifest; undefined where it holds something else. */
function cellsOf({ root }: CorpusTree, { sound, sidecar }: Pair): Cells | undefined {
  const { text } = decodeTableText(readNamedFile(join(root, sidecar)), basename(sidecar));
  if (!sidecar.endsWith(".json"))
    return /^\S+$/.test(text.trim()) ? { file: sound, emotion: text.trim() } : undefined;
  const value = parsed(text);
  if (!isJsonObject(value)) return undefined;
  const cells = Object.entries(value).map(([key, cell]) => [key, cellText(cell)]);
  const told = { ...Object.fromEntries(cells), file: sound };
  return isManifestHeader(Object.keys(told)) ? told : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A word alone must be one for an emotion, as transcripts may be of one word. */
function tellsEmotion({ sidecar }: Pair, cells: Cells | undefined): boolean {
  if (cells === undefined) return false;
  return sidecar.endsWith(".json") || commonName(cells.emotion) !== undefined;
}

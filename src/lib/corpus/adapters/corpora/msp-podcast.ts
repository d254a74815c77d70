import { basename, join } from "node:path";
import type { TableRow } from "../../../disk/read-table";
import type { CorpusTree } from "../../corpus-tree";
import type { Recording } from "../../recording";
import type { Adapter } from "../adapter";
import { apart } from "../apart";
import { readManifestTable } from "../forms/read-manifest-table";
import { soundsByStem } from "../sounds-by-stem";

const LABELS = /(^|\/)labels_con[sc]ensus\.(csv|json)$/;

const EMOTIONS: Readonly<Record<string, string>> = {
  A: "anger",
  S: "sadness",
  H: "happiness",
  U: "surprise",
  F: "fear",
  D: "disgust",
  C: "contempt",
  N: "neutral",
  O: "other",
};

/**
 * `Audios/MSP-PODCAST_0001_0008.wav`, told by `Labels/labels_consensus.csv` (1.8:
 * labels_concensus), or the same as JSON.
 */
export const mspPodcast: Adapter = {
  name: "msp-podcast",
  about: {
    title: "MSP-Podcast 1.8",
    citation: "Lotfian & Busso 2019",
    language: "English",
    licence: "research only, signed",
    source: "https://ecs.utdallas.edu/research/researchlabs/msp-lab/MSP-Podcast.html",
    recordings: 73042,
    speakers: 1273,
    labels: ["anger", "contempt", "disgust", "fear", "happiness", "neutral", "other", "sadness", "surprise"],
    folds: "train, validation, test1, test2",
  },
  finds: ({ files }) => files.filter((file) => LABELS.test(file)),
  async open(tree) {
    const table = mspPodcast.finds(tree)[0];
    const { rows } = await readManifestTable(join(tree.root, table));
    const agreed = rows.filter(({ cells }) => cells.EmoClass !== "X");
    const byStem = soundsByStem(tree.sounds);
    const left = rows.length - agreed.length;
    const disagreed =
      left > 0 ? [`${left} recordings are left out, on whose emotion the listeners did not agree (X).`] : [];
    const { recordings, notes } = apart(
      agreed.map((row) => recordingOf(tree, byStem, row)),
      "Unknown",
    );
    return { root: tree.root, recordings, manifest: basename(table), notes: [...disagreed, ...notes] };
  },
};

/** In the JSON form a recording's name is its key. */
function recordingOf(
  { root }: CorpusTree,
  byStem: ReadonlyMap<string, readonly string[]>,
  { row, cells }: TableRow,
): Recording {
  const {
    FileName,
    key,
    EmoClass: original = "",
    SpkrID = "",
    Gender = "",
    Split_Set = "",
    EmoAct = "",
    EmoVal = "",
    EmoDom = "",
  } = cells;
  const name = FileName ?? key ?? "";
  const file = byStem.get(name.replace(/\.\w+$/, ""))?.[0] ?? `Audios/${name}`;
  const split = /^(development|validation)$/i.test(Split_Set) ? "validation" : Split_Set.toLowerCase();
  const ratings = { activation: EmoAct, valence: EmoVal, dominance: EmoDom };
  const extra = { original, split, gender: Gender.toLowerCase(), ...ratings };
  return {
    file,
    path: join(root, file),
    speaker: SpkrID,
    emotion: EMOTIONS[original] ?? original,
    extra,
    row,
  };
}

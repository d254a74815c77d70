import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { InputError } from "../../../check";
import { decodeText } from "../../../disk/decode-text";
import type { CorpusTree } from "../../corpus-tree";
import type { Recording } from "../../recording";
import type { Adapter, OpenedFolder } from "../adapter";
import { countWords } from "../count-words";

const TURN =
  /(?:^|\/)sentences\/wav\/[^/]+\/(?<turn>Ses0(?<session>\d)[FM]_(?<dialog>\w+)_(?<who>[FM])\d+)\.\w+$/;
const LABELS = /(?:^|\/)dialog\/EmoEvaluation\/Ses0\d[FM]_\w+\.txt$/;
const LINE = /^\[[\d. -]+\]\t(Ses\w+)\t(\w+)\t\[([\d., ]+)\]/gm;

/** The four classes that results on IEMOCAP are told for; the others are left out, and said. */
const EMOTIONS: Readonly<Record<string, string>> = {
  ang: "anger",
  hap: "happiness",
  exc: "happiness",
  neu: "neutral",
  sad: "sadness",
};

/**
 * `Session1/sentences/wav/<dialog>/<turn>.wav`, told by
 * `Session1/dialog/EmoEvaluation/<dialog>.txt`; who speaks stands in a turn's last field.
 */
export const iemocap: Adapter = {
  name: "iemocap",
  about: {
    title: "IEMOCAP",
    citation: "Busso et al. 2008",
    language: "English",
    licence: "research only, signed",
    source: "https://sail.usc.edu/iemocap/",
    recordings: 10039,
    speakers: 10,
    labels: ["anger", "happiness", "neutral", "sadness"],
    folds: "the 5 sessions, of two speakers each",
  },
  finds: ({ sounds }) => sounds.filter((file) => TURN.test(file)),
  open: openSessions,
  speakerOf: (file) => speakerOf(basename(file).replace(/\.\w+$/, "")),
};

function openSessions(tree: CorpusTree): OpenedFolder {
  const { root } = tree;
  const labels = readLabels(tree);
  const recordings: Recording[] = [];
  const others: string[] = [];
  for (const file of tree.sounds) {
    const groups = TURN.exec(file)?.groups;
    if (!groups) continue;
    const { turn, session, dialog, who } = groups;
    const label = labels.get(turn);
    if (!label)
      throw new InputError(
        `${file}: dialog/EmoEvaluation has no line for ${turn}; copy the session's EmoEvaluation folder`,
      );
    const [original, ratings] = label;
    const emotion = EMOTIONS[original];
    if (emotion === undefined) others.push(original);
    const extra = { original, fold: session, dialog, gender: who === "F" ? "female" : "male", ...ratings };
    if (emotion) recordings.push({ file, path: join(root, file), speaker: speakerOf(turn)!, emotion, extra });
  }
  const words = `${others.length} recordings of other labels are left out, as results are told for four classes: ${countWords(others)}.`;
  return { root, recordings, notes: others.length > 0 ? [words] : [] };
}

function readLabels({ root, files }: CorpusTree) {
  const labels = new Map<string, [original: string, ratings: Record<string, string>]>();
  for (const file of files.filter((name) => LABELS.test(name))) {
    for (const [, turn, original, numbers] of decodeText(readFileSync(join(root, file)), file).matchAll(
      LINE,
    )) {
      const [valence = "", activation = "", dominance = ""] = numbers.split(/, */);
      labels.set(turn, [original, { valence, activation, dominance }]);
    }
  }
  return labels;
}

/** `Ses01F_impro04_M003` is said by the man of session 1. */
function speakerOf(turn: string): string | undefined {
  const match = /^(Ses0\d)[FM]_.*_([FM])\d+$/.exec(turn);
  return match ? match[1] + match[2] : undefined;
}

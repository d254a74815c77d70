import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { InputError } from "../../../check";
import { decodeText } from "../../../disk/decode-text";
import type { CorpusTree } from "../../corpus-tree";
import type { Recording } from "../../recording";
import type { Adapter, OpenedFolder } from "../adapter";
import type { CorpusFacts } from "../corpus-facts";
import { countWords } from "../count-words";

const TURN =
  /(?:^|\/)sentences\/wav\/[^/]+\/(?<turn>Ses0(?<session>\d)[FM]_(?<dialog>\w+)_(?<who>[FM])\d+)\.\w+$/;
const LABELS = /(?:^|\/)dialog\/EmoEvaluation\/Ses0\d[FM]_\w+\.txt$/;
const LINE = /^\[[\d. -]+\]\t(Ses\w+)\t(\w+)\t\[([\d., ]+)\]/gm;

type Names = Readonly<Record<string, string>>;

/** The four classes that results on IEMOCAP are told for; the others are left out, and said. */
const FOUR: Names = { ang: "anger", hap: "happiness", exc: "happiness", neu: "neutral", sad: "sadness" };

/** Every label that the listeners agreed on. */
const ALL: Names = {
  ...FOUR,
  exc: "excitement",
  dis: "disgust",
  fea: "fear",
  fru: "frustration",
  oth: "other",
  sur: "surprise",
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
  open: (tree) => openSessions(tree, FOUR),
  speakerOf: (file) => speakerOf(basename(file).replace(/\.\w+$/, "")),
};

/** The same with every label, where it is named: `--corpus iemocap-all:DIR`. */
export const iemocapAll: Adapter = {
  ...iemocap,
  name: "iemocap-all",
  about: {
    ...(iemocap.about as CorpusFacts),
    title: "IEMOCAP, every label",
    labels: [...new Set(Object.values(ALL))].sort(),
  },
  finds: () => [],
  open: (tree) => openSessions(tree, ALL),
};

function openSessions(tree: CorpusTree, names: Names): OpenedFolder {
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
    const emotion = names[original];
    if (emotion === undefined) others.push(original);
    const extra = { original, fold: session, dialog, gender: who === "F" ? "female" : "male", ...ratings };
    if (emotion) recordings.push({ file, path: join(root, file), speaker: speakerOf(turn)!, emotion, extra });
  }
  return { root, recordings, notes: others.length > 0 ? [leftOut(others, names)] : [] };
}

function leftOut(others: readonly string[], names: Names): string {
  const why =
    names === FOUR
      ? `of other labels are left out, as results are told for four classes (--corpus iemocap-all:DIR takes all)`
      : `are left out, on whose emotion the listeners did not agree`;
  return `${others.length} recordings ${why}: ${countWords(others)}.`;
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

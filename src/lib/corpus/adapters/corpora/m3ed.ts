import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { CorpusTree } from "../../corpus-tree";
import type { Recording } from "../../recording";
import { commonName } from "../../words/emotion-words";
import type { Adapter } from "../adapter";
import { soundsByStem } from "../sounds-by-stem";

const ANNOTATION = /(^|\/)annotation\.json$/;
const SHOWS = /(^|\/)splitInfo\/movie_list_(train|val|test)\.txt$/;

interface Dialogue {
  readonly SpeakerInfo: Readonly<Record<string, { readonly Name: string; readonly Gender?: string }>>;
  readonly Dialog: Readonly<
    Record<
      string,
      {
        readonly Speaker: string;
        readonly Text?: string;
        readonly EmoAnnotation: { readonly final_main_emo: string };
      }
    >
  >;
}
type Annotation = Readonly<Record<string, Readonly<Record<string, Dialogue>>>>;

/**
 * `annotation.json` by show and dialogue; sound `A_<show>_<dialogue>_<n>.wav`; A and B are others
 * in each dialogue, their names are not.
 */
export const m3ed: Adapter = {
  name: "m3ed",
  about: {
    title: "M3ED",
    citation: "Zhao et al. 2022",
    language: "Mandarin",
    licence: "research only",
    source: "https://github.com/aim3-ruc/RUC-M3ED",
    recordings: 24449,
    speakers: 635,
    labels: ["anger", "disgust", "fear", "happiness", "neutral", "sadness", "surprise"],
    folds: "train, validation and test, by show",
  },
  finds: ({ root, files }) => files.filter((file) => ANNOTATION.test(file) && isAnnotation(join(root, file))),
  open(tree) {
    const annotation = JSON.parse(readFileSync(join(tree.root, m3ed.finds(tree)[0]), "utf8")) as Annotation;
    const [byStem, parts] = [soundsByStem(tree.sounds), partsByShow(tree)];
    const recordings = Object.entries(annotation).flatMap(([show, dialogues]) =>
      Object.values(dialogues).flatMap((dialogue) =>
        utterancesOf(tree.root, show, dialogue, byStem, parts.get(show)),
      ),
    );
    return { root: tree.root, recordings, manifest: "annotation.json" };
  },
};

function isAnnotation(path: string): boolean {
  return readFileSync(path, "utf8").includes('"SpeakerInfo"');
}

function utterancesOf(
  root: string,
  show: string,
  { SpeakerInfo, Dialog }: Dialogue,
  byStem: ReadonlyMap<string, readonly string[]>,
  part: string | undefined,
): Recording[] {
  return Object.entries(Dialog).map(([utterance, { Speaker, Text = "", EmoAnnotation }]) => {
    const original = EmoAnnotation.final_main_emo;
    const stem = /^[AB]_/.test(utterance) ? utterance : `${Speaker}_${utterance}`;
    const file = byStem.get(stem)?.[0] ?? `${stem}.wav`;
    const speaker = `${show}/${SpeakerInfo[Speaker]?.Name ?? Speaker}`;
    const extra = { original, text: Text, show, ...(part && { split: part }) };
    return { file, path: join(root, file), speaker, emotion: commonName(original) ?? original, extra };
  });
}

function partsByShow({ root, files }: CorpusTree): ReadonlyMap<string, string> {
  const lists = files.filter((file) => SHOWS.test(file));
  return new Map(
    lists.flatMap((file) => {
      const part = SHOWS.exec(file)![2];
      const shows = readFileSync(join(root, file), "utf8").split(/\s+/).filter(Boolean);
      return shows.map((show) => [basename(show), part === "val" ? "validation" : part] as const);
    }),
  );
}

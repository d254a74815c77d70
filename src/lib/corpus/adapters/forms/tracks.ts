import { basename, dirname, join } from "node:path";
import { InputError } from "../../../check";
import { groupBy } from "../../../numbers/group-by";
import type { CorpusTree } from "../../corpus-tree";
import type { Adapter } from "../adapter";
import { soundsByStem } from "../sounds-by-stem";
import { emotionMarks, tellsEmotions } from "../tracks/emotion-marks";
import { readTrack, TRACK_ENDING, type Track } from "../tracks/read-track";
import type { Mark } from "../tracks/tier";
import { type DescribedRow, openDescribed } from "./described-rows";

/** A recording and the track that marks its parts. */
interface Pair {
  readonly sound: string;
  readonly track: string;
}

/** So many tracks are looked into to see whether they tell emotions. */
const LOOKED_INTO = 20;

/**
 * Long recordings whose parts are marked in a track beside each: Audacity's labels (`talk.wav`,
 * `talk.txt`), a TextGrid, ELAN's document, WebVTT or SubRip. Other tracks, such as transcripts,
 * are none.
 */
export const tracks: Adapter = {
  name: "tracks",
  about:
    "a track of labels beside each recording: Audacity's labels (.txt), Praat's TextGrid, ELAN's .eaf, subtitles (.vtt, .srt), with the emotion as text",
  finds(tree) {
    const pairs = pairsIn(tree);
    const some = pairs.slice(0, LOOKED_INTO).flatMap((pair) => marksIn(tree, pair) ?? []);
    return tellsEmotions({ marks: some }) ? pairs.map(({ track }) => track) : [];
  },
  open(tree, options) {
    const pairs = pairsIn(tree);
    const read = pairs.map((pair) => ({ pair, track: readTrack(join(tree.root, pair.track)) }));
    const rows = read.flatMap(({ pair, track }) => rowsOf(pair, track));
    const notes = read.flatMap(({ track }) => track?.note ?? []);
    const { manifest: _, ...opened } = openDescribed(
      { root: tree.root, manifest: "tracks", rows, notes },
      options,
    );
    return { ...opened, notes: [...(opened.notes ?? []), ...withoutTrack(tree, pairs)] };
  },
};

function rowsOf(pair: Pair, track: Track | undefined): DescribedRow[] {
  const marks = track && emotionMarks(track.tiers);
  if (marks === undefined) {
    throw new InputError(
      `${pair.track}: no tier tells emotions; call the tier that holds them "emotion", and the one of the voices "speaker"`,
    );
  }
  return marks.map(({ startSeconds, endSeconds, text, speaker = "" }) => {
    return { written: pair.sound, emotion: text, speaker, startSeconds, endSeconds, extra: {} };
  });
}

function marksIn({ root }: CorpusTree, { track }: Pair): readonly Mark[] | undefined {
  const read = readTrack(join(root, track));
  return read && emotionMarks(read.tiers);
}

/**
 * Tracks by the name of their recording, with its ending or without, in its folder or another; or
 * the only two files of a folder, as Audacity calls a track "Label Track.txt".
 */
function pairsIn({ files, sounds }: CorpusTree): Pair[] {
  const byStem = soundsByStem(sounds);
  const byFolder = groupBy(sounds, (file) => dirname(file));
  const pairs = files
    .filter((file) => TRACK_ENDING.test(file))
    .flatMap((track) => {
      const name = basename(track).replace(TRACK_ENDING, "");
      const same = byStem.get(name) ?? byStem.get(name.replace(/\.[^.]+$/, "")) ?? [];
      const beside = byFolder.get(dirname(track)) ?? [];
      const lone = /^label track/i.test(name) && beside.length === 1 ? beside : [];
      const sound = [...same.filter((file) => beside.includes(file)), ...same, ...lone][0];
      return sound === undefined ? [] : [{ sound, track }];
    });
  return [...groupBy(pairs, ({ sound }) => sound).values()].map(([first]) => first);
}

function withoutTrack({ sounds }: CorpusTree, pairs: readonly Pair[]): string[] {
  const told = new Set(pairs.map(({ sound }) => sound));
  const left = sounds.filter((file) => !told.has(file));
  if (left.length === 0) return [];
  return [`${left.length} recordings are left out, as no track is beside them (${left[0]}).`];
}

import { basename } from "node:path";
import { decodeTableText } from "../../../disk/decode-table-text";
import { readNamedFile } from "../../../disk/read-named-file";
import { readAudacityLabels } from "./read-audacity-labels";
import { readCues } from "./read-cues";
import { readElan } from "./read-elan";
import { readTextGrid } from "./read-text-grid";
import type { Tier } from "./tier";

/** Endings of the files that may be tracks. */
export const TRACK_ENDING = /\.(txt|textgrid|eaf|vtt|srt)$/i;

/** What a track holds. */
export interface Track {
  readonly tiers: readonly Tier[];
  /** One sentence where its encoding was guessed. */
  readonly note?: string;
}

/**
 * The tiers of a track beside a recording, by its ending: Audacity's labels, a TextGrid, ELAN's
 * document, subtitles; undefined where the file is something else.
 */
export function readTrack(path: string): Track | undefined {
  const { text, note } = decodeTableText(readNamedFile(path), basename(path));
  const tiers = readTiers(path, text);
  return tiers && { tiers, note };
}

function readTiers(path: string, text: string): Tier[] | undefined {
  if (/\.textgrid$/i.test(path)) return readTextGrid(text);
  return /\.eaf$/i.test(path) ? readElan(text) : loneTier(path, text);
}

function loneTier(path: string, text: string): Tier[] | undefined {
  const tier = /\.txt$/i.test(path) ? readAudacityLabels(text) : readCues(text);
  return tier && [tier];
}

import type { Mark, Tier } from "./tier";

const TIMES = /^\s*((?:\d+:)?\d+:\d+[.,]\d+)\s+-->\s+((?:\d+:)?\d+:\d+[.,]\d+)/;
const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&nbsp;": " ",
  "&amp;": "&",
};

/**
 * The cues of WebVTT or SubRip subtitles; undefined for any other text. A voice (`<v Ann>`) is the
 * speaker; other marks of style, and a probability at the end as `ser predict` writes it, are left
 * out.
 *
 * @example readCues("WEBVTT\n\n00:01.000 --> 00:02.500\n<v Ann>anger\n")?.marks[0].speaker // "Ann"
 */
export function readCues(text: string): Tier | undefined {
  const blocks = text.split(/\r?\n[ \t]*\r?\n/).map((block) => block.split(/\r?\n/));
  const marks = blocks.flatMap(markOf);
  if (!/^WEBVTT\b/.test(text) && marks.length === 0) return undefined;
  return { name: "", marks: marks.filter((mark) => mark.text !== "") };
}

function markOf(lines: readonly string[]): Mark[] {
  const at = lines.findIndex((line) => TIMES.test(line));
  if (at < 0) return [];
  const [, start, end] = TIMES.exec(lines[at])!;
  const written = lines
    .slice(at + 1)
    .join(" ")
    .trim();
  const [, speaker] = /<v(?:\.[^ >]*)? +([^>]+)>/.exec(written) ?? [];
  const text = written
    .replace(/<[^>]*>/g, "")
    .replace(/&\w+;|&#39;/g, (entity) => ENTITIES[entity] ?? entity)
    .replace(/ [01]\.\d+$/, "")
    .trim();
  return [{ startSeconds: secondsOf(start), endSeconds: secondsOf(end), text, ...(speaker && { speaker }) }];
}

function secondsOf(clock: string): number {
  return clock
    .replace(",", ".")
    .split(":")
    .reduce((sum, part) => 60 * sum + Number(part), 0);
}

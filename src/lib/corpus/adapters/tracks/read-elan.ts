import type { Mark, Tier } from "./tier";

const ENTITIES: Readonly<Record<string, string>> = {
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&amp;": "&",
};

/** Times of annotations by their id; those that refer to another have its times. */
type Times = Map<string, readonly [startSeconds: number, endSeconds: number]>;

/**
 * The tiers of a document of ELAN (.eaf, times in milliseconds), whose participants are the
 * speakers; undefined for any other text. Annotations without times of their own have those of the
 * annotation that they refer to; slots that nobody has set are left out.
 */
export function readElan(text: string): Tier[] | undefined {
  if (!text.includes("<ANNOTATION_DOCUMENT")) return undefined;
  const slots = new Map(
    [...text.matchAll(/<TIME_SLOT ([^>]*)>/g)].map(([, tag]) => [
      attribute(tag, "TIME_SLOT_ID"),
      Number(attribute(tag, "TIME_VALUE") ?? Number.NaN) / 1000,
    ]),
  );
  const times: Times = new Map();
  for (const [, tag] of text.matchAll(/<ALIGNABLE_ANNOTATION ([^>]*)>/g)) {
    const [start, end] = ["TIME_SLOT_REF1", "TIME_SLOT_REF2"].map((name) => slots.get(attribute(tag, name)));
    times.set(attribute(tag, "ANNOTATION_ID") ?? "", [start ?? Number.NaN, end ?? Number.NaN]);
  }
  for (const [, tag] of text.matchAll(/<REF_ANNOTATION ([^>]*)>/g)) {
    const referred = times.get(attribute(tag, "ANNOTATION_REF") ?? "");
    if (referred) times.set(attribute(tag, "ANNOTATION_ID") ?? "", referred);
  }
  return [...text.matchAll(/<TIER ([^>]*[^>/])>(.*?)<\/TIER>/gs)].map(([, tag, inside]) => ({
    name: attribute(tag, "TIER_ID") ?? "",
    marks: marksIn(inside, times, attribute(tag, "PARTICIPANT")),
  }));
}

function marksIn(tier: string, times: Times, speaker: string | undefined): Mark[] {
  const annotations = tier.matchAll(
    /<(?:ALIGNABLE|REF)_ANNOTATION ([^>]*)>\s*<ANNOTATION_VALUE>([^<]*)<\/ANNOTATION_VALUE>/g,
  );
  return [...annotations].flatMap(([, tag, value]) => {
    const [startSeconds, endSeconds] = times.get(attribute(tag, "ANNOTATION_ID") ?? "") ?? [];
    const text = plain(value).trim();
    if (text === "" || startSeconds === undefined || endSeconds === undefined) return [];
    return endSeconds > startSeconds ? [{ startSeconds, endSeconds, text, ...(speaker && { speaker }) }] : [];
  });
}

function attribute(tag: string, name: string): string | undefined {
  const [, value] = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag) ?? [];
  return value && plain(value);
}

function plain(text: string): string {
  return text.replace(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity);
}

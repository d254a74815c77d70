import type { Mark, Tier } from "./tier";

/**
 * What Praat reads in a text file: strings in quotes (a quote in them is doubled), and numbers that
 * stand alone; all else, such as `xmin =`, is there for people.
 */
const TOKEN = /"((?:[^"]|"")*)"|(?<!\S)(-?\d+(?:\.\d+)?(?:e[-+]?\d+)?)(?!\S)/gi;

/**
 * The interval tiers of a TextGrid of Praat, in its long or short text form; undefined for any
 * other text. Tiers of points are left out.
 *
 * @example
 * const short = '"ooTextFile"\n"TextGrid"\n0\n3\n<exists>\n1\n"IntervalTier"\n"emotion"\n0\n3\n1\n0\n3\n"joy"';
 * readTextGrid(short)?.[0].name // "emotion"
 */
export function readTextGrid(text: string): Tier[] | undefined {
  if (!/^\s*(File type = )?"ooTextFile"\s+(Object class = )?"TextGrid"/.test(text)) return undefined;
  const tokens = [...text.matchAll(TOKEN)].map(
    ([, quoted, number]) => quoted?.replaceAll('""', '"') ?? number,
  );
  let at = 5; // file type, class, start, end, number of tiers
  const tiers: Tier[] = [];
  while (at + 4 < tokens.length) {
    const [kind, name, , , count] = tokens.slice(at, at + 5);
    const width = kind === "IntervalTier" ? 3 : 2;
    const rows = Array.from({ length: Number(count) || 0 }, (_, i) => {
      return tokens.slice(at + 5 + width * i, at + 5 + width * (i + 1));
    });
    if (width === 3) tiers.push({ name, marks: rows.map(markOf).filter(({ text: label }) => label !== "") });
    at += 5 + width * rows.length;
  }
  return tiers;
}

function markOf([start, end, text = ""]: readonly string[]): Mark {
  return { startSeconds: Number(start), endSeconds: Number(end), text: text.trim() };
}

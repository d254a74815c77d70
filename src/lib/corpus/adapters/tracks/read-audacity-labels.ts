import type { Mark, Tier } from "./tier";

/** Times in seconds, parted by a tab; a decimal comma in some languages. */
const LINE = /^(\d+(?:[.,]\d+)?)\t(\d+(?:[.,]\d+)?)(?:\t(.*))?$/;
/** The frequencies of a spectral selection stand on a line of their own. */
const FREQUENCIES = /^\\\t/;

/**
 * The labels of an Audacity label track: start, end and label a line, parted by tabs; undefined for
 * any other text. Labels of a point are left out.
 *
 * @example readAudacityLabels("0.5\t2\tanger\n")?.marks // [{ startSeconds: 0.5, endSeconds: 2, text: "anger" }]
 */
export function readAudacityLabels(text: string): Tier | undefined {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "" && !FREQUENCIES.test(line));
  const fields = lines.map((line) => LINE.exec(line));
  if (lines.length === 0 || !fields.every((found) => found !== null)) return undefined;
  const marks = fields.map((found): Mark => {
    const [startSeconds, endSeconds] = [found[1], found[2]].map((time) => Number(time.replace(",", ".")));
    return { startSeconds, endSeconds, text: (found[3] ?? "").trim() };
  });
  return {
    name: "",
    marks: marks.filter(({ startSeconds, endSeconds, text }) => text !== "" && endSeconds > startSeconds),
  };
}

import type { Timeline, TimelineEntry } from "./timeline";

/** A stretch of a tier; pauses have no text. */
interface TierInterval {
  readonly startSeconds: number;
  readonly endSeconds: number;
  readonly text: string;
}

/**
 * A time line as a TextGrid of Praat, in its long text form: a tier `emotion` and a tier
 * `probability` of that emotion. Pauses are intervals without a text.
 *
 * @example timelineTextGrid({ file: "a.wav", durationSeconds: 3, entries: [] }).split("\n")[0]
 * // 'File type = "ooTextFile"'
 */
export function timelineTextGrid({ durationSeconds, entries }: Timeline): string {
  const end = Math.max(durationSeconds, entries.at(-1)?.endSeconds ?? 0);
  const tiers = [
    tierText(
      1,
      "emotion",
      withPauses(entries, end, ({ emotion }) => emotion),
    ),
    tierText(
      2,
      "probability",
      withPauses(entries, end, ({ emotion, probabilities }) => probabilities[emotion].toFixed(3)),
    ),
  ];
  const head = ['File type = "ooTextFile"', 'Object class = "TextGrid"', "", "xmin = 0", `xmax = ${end}`];
  return `${[...head, "tiers? <exists>", "size = 2", "item []:", ...tiers.flat()].join("\n")}\n`;
}

function withPauses(
  entries: readonly TimelineEntry[],
  end: number,
  textOf: (entry: TimelineEntry) => string,
): TierInterval[] {
  const intervals: TierInterval[] = [];
  let at = 0;
  for (const entry of entries) {
    const { startSeconds, endSeconds } = entry;
    if (startSeconds > at) intervals.push({ startSeconds: at, endSeconds: startSeconds, text: "" });
    intervals.push({ startSeconds, endSeconds, text: textOf(entry) });
    at = endSeconds;
  }
  if (at < end) intervals.push({ startSeconds: at, endSeconds: end, text: "" });
  return intervals;
}

function tierText(number: number, name: string, intervals: readonly TierInterval[]): string[] {
  return [
    `    item [${number}]:`,
    '        class = "IntervalTier"',
    `        name = "${name}"`,
    "        xmin = 0",
    `        xmax = ${intervals.at(-1)?.endSeconds ?? 0}`,
    `        intervals: size = ${intervals.length}`,
    ...intervals.flatMap(({ startSeconds, endSeconds, text }, i) => [
      `        intervals [${i + 1}]:`,
      `            xmin = ${startSeconds}`,
      `            xmax = ${endSeconds}`,
      `            text = "${text.replaceAll('"', '""')}"`,
    ]),
  ];
}

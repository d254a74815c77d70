import type { Run } from "../runs/run-files";
import type { RunRecord } from "../runs/run-record";
import { groupsText } from "./groups-text";
import { scoreDigits, scoreText } from "./score-text";
import { stressTable } from "./stress-text";

/**
 * A run as lines for a terminal: settings, protocol, scores with intervals, confusion matrix and
 * notes.
 */
export function runText({ folder, record }: Run): string {
  const { settings, metrics, protocol, corpus, notes } = record;
  return [
    `${corpus.name}: ${settings.features}, ${settings.model}; ${protocol}; ${corpus.recordings} recordings, ${corpus.speakers} speakers`,
    `UAR       ${scoreText(metrics.uar)}`,
    `accuracy  ${scoreText(metrics.accuracy)}`,
    `macro F1  ${scoreText(metrics.macroF1)}`,
    ...confusionText(record.confusion),
    ...repeatsText(record),
    ...bothSidesText(record.bothSides),
    ...(record.groups ?? []).flatMap((groups) => ["", ...groupsText(groups)]),
    ...(record.stress ? ["", ...stressTable({ uar: metrics.uar, conditions: record.stress }), ""] : []),
    ...notes,
    folder,
  ].join("\n");
}

function repeatsText({ repeats }: RunRecord): string[] {
  if (!repeats) return [];
  const { uar, standardDeviation } = repeats;
  const [low, high] = [Math.min(...uar), Math.max(...uar)];
  return [
    `Repeats   ${uar.length}, UAR from ${scoreDigits(low)} to ${scoreDigits(high)}, standard deviation ${scoreDigits(standardDeviation)}`,
  ];
}

/** "On both sides of the split: 0 of 10 by speaker, 10 of 10 by text" */
export function bothSidesText(sides: RunRecord["bothSides"] = {}): string[] {
  const told = Object.entries(sides).map(([column, { shared, of }]) => `${shared} of ${of} by ${column}`);
  return told.length > 0 ? [`On both sides of the split: ${told.join(", ")}`] : [];
}

function confusionText({ labels, counts }: RunRecord["confusion"]): string[] {
  const width = Math.max(5, ...labels.map((label) => label.length)) + 2;
  const line = (name: string, cells: readonly (string | number)[]) =>
    name.padEnd(width) + cells.map((cell) => String(cell).padStart(width)).join("");
  return [line("true", labels), ...labels.map((label, row) => line(label, counts[row]))];
}

import type { ConditionScore, StressScores } from "../models/saved/condition-score";
import type { StressRecord } from "../runs/stress/stress-model";
import { markdownTable } from "./markdown-table";
import { rangeText, scoreDigits, signedDigits } from "./score-text";

/**
 * A stress test as Markdown, which a terminal shows well, too: UAR with its interval, what it
 * changed by and the share of unchanged decisions, a line for each condition; then what a reader
 * must know.
 */
export function stressText(record: StressRecord): string {
  const { model, corpus, leftOut, notes } = record;
  const left = Object.entries(leftOut).map(([emotion, count]) => `${count} ${emotion}`);
  return [
    `# ${model.model} on ${model.features} (trained on ${model.trainedOn}) under other conditions`,
    "",
    `Tested on ${corpus.recordings} recordings of ${corpus.speakers} speakers of ${corpus.name}; chance ${scoreDigits(1 / Object.keys(corpus.emotions).length)}.`,
    "",
    ...stressTable(record),
    "",
    ...(left.length > 0 ? [`- Left out, since the model does not know them: ${left.join(", ")}.`] : []),
    ...notes.map((note) => `- ${note}`),
  ].join("\n");
}

/** The lines of a table of conditions, the recordings as they are first. */
export function stressTable({ uar, conditions }: Pick<StressScores, "uar" | "conditions">): string[] {
  return markdownTable([
    ["condition", "UAR (95 % over speakers)", "change (95 % over speakers)", "unchanged"],
    ["as they are", `${scoreDigits(uar.value)} (${rangeText(uar.speakers)})`, "", ""],
    ...conditions.map(lineOf),
  ]);
}

function lineOf({ condition, uar, change, unchanged }: ConditionScore): string[] {
  const [low, high] = change.speakers.map(signedDigits);
  return [
    condition,
    `${scoreDigits(uar.value)} (${rangeText(uar.speakers)})`,
    `${signedDigits(change.value)} (${low} to ${high})`,
    unchanged.toFixed(2),
  ];
}

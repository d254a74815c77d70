import type { UtteranceEvent } from "../lib/live/live-event";
import type { Session } from "./session";

/**
 * The per-utterance results of a session as CSV: a row each, then a `p_<emotion>` column per
 * emotion; "not sure" has an empty emotion.
 */
export function resultsCsv({ name, utterances, whole, seconds }: Session, labels: readonly string[]): string {
  const all = whole ? [{ startSeconds: 0, endSeconds: seconds, ...whole, part: "whole" }] : [];
  const rows = [...all, ...utterances.map((utterance, i) => ({ ...utterance, part: `utterance ${i + 1}` }))];
  const header = ["source", "part", "start_s", "end_s", "emotion", ...labels.map((label) => `p_${label}`)];
  const lines = rows.map(({ part, startSeconds, endSeconds, emotion, probabilities }) => [
    name,
    part,
    startSeconds.toFixed(3),
    endSeconds.toFixed(3),
    emotion ?? "",
    ...labels.map((label) => (probabilities ? String(probabilities[label]) : "")),
  ]);
  return `${[header, ...lines].map((cells) => cells.map(quoted).join(",")).join("\n")}\n`;
}

/** The session's events as JSON: what the exported CSV has, and every window. */
export function resultsJson({ name, seconds, whole, utterances, windows }: Session): string {
  const plain = ({ type: _, ...rest }: UtteranceEvent | Session["windows"][number]) => rest;
  const results = {
    source: name,
    durationSeconds: seconds,
    ...(whole && { whole }),
    utterances: utterances.map(plain),
    windows: windows.map(plain),
  };
  return `${JSON.stringify(results, null, 1)}\n`;
}

/** Spreadsheets run what begins like a formula, so such names get an apostrophe. */
function quoted(cell: string): string {
  const text = /^[-=+@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

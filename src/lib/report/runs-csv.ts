import Papa from "papaparse";
import type { Run } from "../runs/run-files";

const scores = ["uar", "accuracy", "macroPrecision", "macroF1"] as const;

/** Runs as CSV, a row each: settings, protocol, and each score with both of its 95 % intervals. */
export function runsCsv(runs: readonly Run[]): string {
  const rows = runs.map(({ record: { settings, protocol, corpus, metrics } }) => {
    const { features, model, folds, normalize, seed } = settings;
    const of = scores.flatMap((name) => {
      const { value, speakers, recordings } = metrics[name];
      const ends = { speakers, recordings };
      const intervals = Object.entries(ends).flatMap(([unit, [low, high]]) => [
        [`${name}_${unit}_low`, low],
        [`${name}_${unit}_high`, high],
      ]);
      return [[name, value], ...intervals];
    });
    const { fingerprint } = corpus;
    return { features, model, folds, normalize, seed, protocol, fingerprint, ...Object.fromEntries(of) };
  });
  return rows.length === 0 ? "" : `${Papa.unparse(rows, { newline: "\n" })}\n`;
}

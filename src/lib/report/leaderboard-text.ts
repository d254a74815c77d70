import { type LeaderboardRow, RECIPE_COLUMNS } from "../runs/leaderboard";
import { alignColumns } from "./align-columns";
import { rangeText, scoreDigits } from "./score-text";

/** A leaderboard for a terminal; columns in which all rows agree are told once above it. */
export function leaderboardText(rows: readonly LeaderboardRow[]): string {
  const varying = RECIPE_COLUMNS.filter((column) => new Set(rows.map((row) => row[column])).size > 1);
  const same = RECIPE_COLUMNS.filter((column) => !varying.includes(column));
  const head = [...varying, "UAR", "speakers", "over seeds", "accuracy"];
  const lines = rows.map((row) => [
    ...varying.map((column) => String(row[column])),
    scoreDigits(row.uar),
    rangeText([row.low, row.high]),
    Number.isNaN(row.spread) ? "–" : `± ${scoreDigits(row.spread)}`,
    scoreDigits(row.accuracy),
  ]);
  return [
    ...(same.length > 0 ? [`All: ${same.map((column) => `${column} ${rows[0][column]}`).join(", ")}`] : []),
    ...alignColumns([head, ...lines]),
  ].join("\n");
}

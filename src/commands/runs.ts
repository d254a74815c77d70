import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Command, Option } from "commander";
import Papa from "papaparse";
import { InputError, UsageError } from "../lib/check";
import { projectRoot } from "../lib/disk/paths";
import { type LeaderboardRow, RECIPE_COLUMNS } from "../lib/runs/leaderboard";
import type { Run } from "../lib/runs/run-files";

const SCORES = ["uar", "spread", "low", "high", "accuracy"] as const;
const COLUMNS = [...RECIPE_COLUMNS, ...SCORES] as const;

/** `ser runs`. */
export function addRuns(program: Command): void {
  program
    .command("runs")
    .description("the leaderboard of what is there: mean and spread over seeds")
    .argument(
      "[name...]",
      "names of corpora under results/, or folders that hold runs (default: all of results/)",
    )
    .option("--where <condition...>", 'which rows: "model in lda,svm-rbf", "corpus = emodb", "uar > .5"')
    .addOption(new Option("--sort <column>", "by what").choices(COLUMNS).default("uar"))
    .option("--csv", "as CSV, with all digits")
    .action(async (names: string[], { where = [], sort, csv }) => {
      const { leaderboard } = await import("../lib/runs/leaderboard");
      const { leaderboardText } = await import("../lib/report/leaderboard-text");
      const holds = await filterOf(where);
      const all = leaderboard(await runsOf(names));
      if (all.length === 0)
        throw new InputError("there are no such runs; make some with ser run or ser evaluate");
      const rows = sorted(all.filter(holds), sort);
      if (rows.length === 0)
        throw new InputError(`--where ${where.join(" ")} leaves none of ${all.length} rows`);
      console.log(csv ? csvOf(rows) : leaderboardText(rows));
    });
}

/** A row's value as text; a single seed has no spread. */
function cellOf(row: LeaderboardRow, column: keyof LeaderboardRow): string {
  const value = row[column];
  return Number.isNaN(value) ? "" : String(value);
}

function csvOf(rows: readonly LeaderboardRow[]): string {
  const lines = rows.map((row) => COLUMNS.map((column) => cellOf(row, column)));
  return Papa.unparse([[...COLUMNS], ...lines], { newline: "\n" });
}

/** @throws UsageError for a condition of another form, and for an unknown column */
async function filterOf(where: readonly string[]): Promise<(row: LeaderboardRow) => boolean> {
  const { readCondition } = await import("../lib/corpus/selection/condition");
  const conditions = where.map((text) => {
    const { column, holds } = readCondition(text);
    const known = COLUMNS.find((name) => name === column);
    if (known === undefined)
      throw new UsageError(
        `--where "${text}": there is no column "${column}"; there are ${COLUMNS.join(", ")}`,
      );
    return (row: LeaderboardRow) => holds(cellOf(row, known));
  });
  return (row) => conditions.every((holds) => holds(row));
}

/** Scores from the best, words from the first; what has no score is last. */
function sorted(rows: readonly LeaderboardRow[], column: keyof LeaderboardRow): LeaderboardRow[] {
  const isScore = (SCORES as readonly string[]).includes(column);
  return [...rows].sort((a, b) => {
    const [one, other] = [a[column], b[column]];
    const unknown = Number(Number.isNaN(one)) - Number(Number.isNaN(other));
    if (unknown !== 0 || one === other || Number.isNaN(one)) return unknown;
    return one < other === isScore ? 1 : -1;
  });
}

async function runsOf(names: readonly string[]): Promise<Run[]> {
  const { listRuns } = await import("../lib/runs/list-runs");
  const { isRun, readRun } = await import("../lib/runs/run-files");
  const results = join(projectRoot, "results");
  const all = names.length > 0 ? names : existsSync(results) ? readdirSync(results) : [];
  return all.flatMap((name) => {
    if (names.length === 0 || !existsSync(name)) return listRuns(name);
    const folders = [name, ...readdirSync(name).map((inside) => join(name, inside))];
    return folders.filter(isRun).map(readRun);
  });
}

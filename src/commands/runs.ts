import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Command, Option } from "commander";
import Papa from "papaparse";
import { InputError } from "../lib/check";
import { projectRoot } from "../lib/disk/paths";
import { type LeaderboardRow, RECIPE_COLUMNS } from "../lib/runs/leaderboard";
import type { Run } from "../lib/runs/run-files";

const SCORES = ["uar", "spread", "low", "high", "accuracy"] as const;

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
    .addOption(
      new Option("--sort <column>", "by what").choices([...RECIPE_COLUMNS, ...SCORES]).default("uar"),
    )
    .option("--csv", "as CSV, with all digits")
    .action(async (names: string[], { where = [], sort, csv }) => {
      const { leaderboard } = await import("../lib/runs/leaderboard");
      const { whereClause } = await import("../lib/corpus/selection/where-clause");
      const { leaderboardText } = await import("../lib/report/leaderboard-text");
      const clauses = (where as string[]).map(whereClause);
      const holds = (row: LeaderboardRow) => {
        const extra = Object.fromEntries(
          Object.entries(row).map(([column, value]) => [column, String(value)]),
        );
        return clauses.every((clause) => clause({ file: "", path: "", speaker: "", emotion: "", extra }));
      };
      const rows = sorted(leaderboard(await runsOf(names)).filter(holds), sort);
      if (rows.length === 0)
        throw new InputError("there are no such runs; make some with ser run or ser evaluate");
      console.log(csv ? Papa.unparse(rows, { newline: "\n" }) : leaderboardText(rows));
    });
}

/** Scores from the best, words from the first. */
function sorted(rows: readonly LeaderboardRow[], column: keyof LeaderboardRow): LeaderboardRow[] {
  const isScore = (SCORES as readonly string[]).includes(column);
  return [...rows].sort((a, b) => {
    if (a[column] === b[column]) return 0;
    return a[column] < b[column] === isScore ? 1 : -1;
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

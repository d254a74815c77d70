import { join } from "node:path";
import { writeFile } from "../../disk/paths";
import { type ExperimentOptions, runOf } from "../experiment";
import type { ExperimentPlan } from "../experiment-plan";
import type { Run } from "../run-files";
import type { CrossRecord } from "./cross-record";
import { makeCrossRecord } from "./make-cross-record";
import type { CrossPlan } from "./plan-cross";

/**
 * Runs the cells of a matrix across corpora and writes `cross.json`; cells that are there are read.
 * A killed matrix goes on from its finished cells and folds, and ends with the same bytes.
 *
 * @throws InputError where a cell's folder holds a run of other settings or other corpora
 */
export async function runCross(plan: CrossPlan, options: ExperimentOptions = {}): Promise<CrossRecord> {
  const runs = new Map<ExperimentPlan, Run>();
  for (const { plan: cell } of plan.rows.flatMap(({ cells }) => cells)) {
    if (!cell || runs.has(cell)) continue;
    runs.set(cell, await runOf(cell, { replace: false, ...options }));
  }
  const record = makeCrossRecord(plan, runs);
  writeFile(join(plan.folder, "cross.json"), `${JSON.stringify(record, null, 1)}\n`);
  return record;
}

import { createHash } from "node:crypto";
import { UsageError } from "../../check";
import { checkClusterable } from "../../evaluation/check-clusterable";
import { modelFamily } from "../../models/create-model";
import type { ExperimentChoice } from "../experiment-choice";
import { type ExperimentPlan, planExperiment } from "../experiment-plan";
import type { ExperimentSubject } from "../experiment-subject";
import type { ExperimentFile } from "./experiment-file";

/** A product of settings before it is run. */
export interface SweepPlan {
  /** In the order that shows something soonest. */
  readonly plans: readonly ExperimentPlan[];
  /** Pairs that do not go together and are left out: "svm-linear on logmel-v1". */
  readonly leftOut: readonly string[];
}

type Settings = Omit<ExperimentFile, "corpora" | "features" | "$schema">;

/**
 * Plans the product of settings: all of the first seed before the next, small corpora and models
 * without networks first. Models and features that do not go together are left out and told.
 *
 * @param subjects corpora seen through feature sets
 * @throws UsageError for an unknown model or folds, or where nothing is left; InputError where
 *   recordings do not allow the folds
 * ```ts
 * (await planSweep([subject], settings)).plans.length // 6
 * ```
 */
export async function planSweep(
  subjects: readonly ExperimentSubject[],
  settings: Settings,
): Promise<SweepPlan> {
  const choices = choicesOf(settings);
  const inOrder = [...subjects].sort((a, b) => a.recordings.length - b.recordings.length);
  const plans: ExperimentPlan[] = [];
  const leftOut = new Set<string>();
  for (const choice of choices) {
    for (const subject of inOrder) {
      if (!(await goTogether(choice.model, subject))) leftOut.add(`${choice.model} on ${subject.features}`);
      else plans.push(await planOne(subject, choice, settings.force));
    }
  }
  if (plans.length === 0) throw new UsageError(`no model goes with the features: ${[...leftOut].join(", ")}`);
  return { plans, leftOut: [...leftOut] };
}

async function planOne(
  subject: ExperimentSubject,
  choice: ExperimentChoice,
  force: boolean,
): Promise<ExperimentPlan> {
  if (choice.normalize === "clustered" && !force) checkClusterable(subject.recordings);
  const plan = await planExperiment(subject, choice);
  return { ...plan, folder: plan.folder + suffixOf(choice) };
}

/** What the names of runs do not tell, so that two models of other options have two places. */
function suffixOf({ search, options = {} }: ExperimentChoice): string {
  if (search !== false && Object.keys(options).length === 0) return "";
  const digest = createHash("sha256")
    .update(JSON.stringify([search ?? true, options]))
    .digest("hex");
  return `_options-${digest.slice(0, 8)}`;
}

function choicesOf({ models, normalize, folds, seeds, search }: Settings): ExperimentChoice[] {
  const listed = listOf(models).map((one) => (typeof one === "string" ? { model: one } : one));
  const usesTensors = ({ model }: ExperimentChoice) => Number(modelFamily(model).usesTensors ?? false);
  const quickFirst = listed.sort((a, b) => usesTensors(a) - usesTensors(b));
  return listOf(seeds).flatMap((seed) =>
    quickFirst.flatMap((model) =>
      listOf(normalize).flatMap((by) =>
        listOf(folds).map((spec) => ({ search, ...model, normalize: by, folds: spec, seed })),
      ),
    ),
  );
}

async function goTogether(model: string, subject: ExperimentSubject): Promise<boolean> {
  const { takes } = modelFamily(model);
  return takes === "any" || takes === (await subject.kind());
}

/** One value as a list of one. */
export function listOf<T>(value: T | readonly T[]): T[] {
  return Array.isArray(value) ? [...value] : [value as T];
}

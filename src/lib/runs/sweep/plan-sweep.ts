import { UsageError } from "../../check";
import { checkClusterable } from "../../evaluation/check-clusterable";
import { modelFamily } from "../../models/create-model";
import type { ExperimentChoice } from "../experiment-choice";
import { type ExperimentPlan, planExperiment } from "../experiment-plan";
import type { ExperimentSubject } from "../experiment-subject";
import type { ExperimentFile } from "./experiment-schema";
import { listOf } from "./list-of";
import { optionsSuffix } from "./options-suffix";
import { sweepChoices } from "./sweep-choices";

/** A product of settings before it is run. */
export interface SweepPlan {
  /** In the order that shows something soonest. */
  readonly plans: readonly ExperimentPlan[];
  /** Pairs that do not go together and are left out: "svm-linear on logmel-v1". */
  readonly leftOut: readonly string[];
}

/** Which conditions every run is tested under, too. */
export type StressChoice = Pick<ExperimentChoice, "stress" | "noiseFiles">;

/**
 * Plans the product of settings: all of the first seed before the next, small corpora and models
 * without networks first. Models and features that do not go together are left out and told.
 *
 * @param subjects corpora seen through feature sets
 * @throws UsageError for an unknown model or folds, or where nothing is left; InputError where
 *   recordings do not allow the folds
 * ```ts
 * (await planSweep([subject], readExperimentFile("experiment.json"))).plans.length // 6
 * ```
 */
export async function planSweep(
  subjects: readonly ExperimentSubject[],
  file: ExperimentFile,
  stress: StressChoice = {},
): Promise<SweepPlan> {
  const choices = sweepChoices(
    file,
    listOf(file.normalize).filter((by) => by !== "corpus"),
  );
  const inOrder = [...subjects].sort((a, b) => a.recordings.length - b.recordings.length);
  const plans: ExperimentPlan[] = [];
  const leftOut = new Set<string>();
  for (const choice of choices) {
    for (const subject of inOrder) {
      if (await goTogether(choice.model, subject))
        plans.push(await planOne(subject, { ...choice, ...stress }, file.force));
      else leftOut.add(`${choice.model} on ${subject.features}`);
    }
  }
  if (plans.length === 0 && leftOut.size > 0)
    throw new UsageError(`no model goes with the features: ${[...leftOut].join(", ")}`);
  return { plans, leftOut: [...leftOut] };
}

async function planOne(
  subject: ExperimentSubject,
  choice: ExperimentChoice,
  force: boolean,
): Promise<ExperimentPlan> {
  if (choice.normalize === "clustered" && !force) checkClusterable(subject.recordings);
  const plan = await planExperiment(subject, choice);
  return { ...plan, folder: plan.folder + optionsSuffix(choice) };
}

/** Whether a model takes what the features of a subject are. */
export async function goTogether(model: string, subject: Pick<ExperimentSubject, "kind">): Promise<boolean> {
  const { takes } = modelFamily(model);
  return takes === "any" || takes === (await subject.kind());
}

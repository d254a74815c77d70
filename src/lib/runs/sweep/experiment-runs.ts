import { InputError } from "../../check";
import type { CheckedCorpus } from "../../corpus/recording";
import { chooseConditions } from "../../evaluation/stress/choose-conditions";
import { type ExperimentOptions, runOf } from "../experiment";
import { corpusSubject } from "../experiment-subject";
import { holdsSpeakersOut } from "../holds-speakers-out";
import { bestLast } from "../list-runs";
import type { Run } from "../run-files";
import { seedGroups } from "../seed-groups";
import { readExperimentFile } from "./experiment-file";
import type { ExperimentFile } from "./experiment-schema";
import { listOf } from "./list-of";
import { planSweep, type StressChoice } from "./plan-sweep";

/** What an experiment leaves of one corpus, best UAR last. */
export interface ExperimentRuns {
  /** All in which speakers are held out. */
  readonly honest: readonly Run[];
  /** All others, which say nothing of new speakers. */
  readonly leaking: readonly Run[];
  /**
   * The honest ones that can be set side by side: of the first honest folds of the file, one seed
   * of each recipe.
   */
  readonly comparable: readonly Run[];
}

/**
 * The runs of an experiment file on a corpus: those that `ser run` left are read, what is missing
 * is computed.
 *
 * @throws InputError where no folds of the file hold speakers out, and as the reading, planning and
 *   running of it
 */
export async function experimentRuns(
  path: string,
  corpus: CheckedCorpus,
  options: ExperimentOptions = {},
): Promise<ExperimentRuns> {
  const file = readExperimentFile(path);
  const subjects = listOf(file.features ?? []).map((features) => corpusSubject(corpus, features));
  const { plans } = await planSweep(subjects, file, stressOf(file));
  const runs: Run[] = [];
  for (const plan of plans) runs.push(await runOf(plan, options));
  const honest = bestLast(runs.filter(holdsSpeakersOut));
  const leaking = bestLast(runs.filter((run) => !holdsSpeakersOut(run)));
  const first = runs.find(holdsSpeakersOut)?.record.settings.folds;
  if (first === undefined)
    throw new InputError(`${path}: none of its folds hold speakers out, so there is nothing to rank`);
  const sameFolds = honest.filter(({ record }) => record.settings.folds === first);
  const comparable = bestLast(seedGroups(sameFolds).map(([run]) => run));
  return { honest, leaking, comparable };
}

function stressOf({ stress, noise }: ExperimentFile): StressChoice {
  if (stress === false) return {};
  const chosen = chooseConditions({ conditions: stress === true ? undefined : stress, noise });
  return { stress: chosen.conditions, noiseFiles: chosen.noiseFiles };
}

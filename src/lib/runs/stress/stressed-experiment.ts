import { basename, join } from "node:path";
import type { CheckedCorpus } from "../../corpus/recording";
import { type ExperimentOptions, runOf } from "../experiment";
import type { ExperimentChoice } from "../experiment-choice";
import { planExperiment } from "../experiment-plan";
import { corpusSubject } from "../experiment-subject";
import type { Run } from "../run-files";
import { resultsFolder } from "../run-folder";

/**
 * The run of an experiment under stress on a part of a corpus, under results/<name>/stress/: beside
 * the runs on the whole corpus, which it is not to be ranked with. Read where it is there.
 *
 * ```ts
 * (await stressedExperiment(part, "egemaps-v02", { model: "lda", stress: ["telephone"] })).record.stress
 * ```
 */
export async function stressedExperiment(
  part: CheckedCorpus,
  features: string,
  choice: ExperimentChoice,
  options: ExperimentOptions = {},
): Promise<Run> {
  const plan = await planExperiment(corpusSubject(part, features), choice);
  const folder = join(resultsFolder(part.name), "stress", basename(plan.folder));
  return runOf({ ...plan, folder }, options);
}

import { resample } from "../audio/resample";
import { sampleRatesOf } from "../corpus/health/sample-rates";
import { loadRecording } from "../corpus/load-recording";
import type { CheckedCorpus } from "../corpus/recording";
import { groupScores } from "../evaluation/metrics/group-scores";
import { trainRecognizer } from "../evaluation/train-recognizer";
import { measureAsHeard } from "../features/measure-as-heard";
import type { SoundMeasures } from "../frames/sound-measures";
import { checkModelFolder, saveModel } from "../loading/storage";
import type { StressScores } from "../models/saved/condition-score";
import { type HeardRanges, heardRanges } from "../models/saved/heard-ranges";
import type { SavedModelFacts } from "../models/saved/saved-model-facts";
import { alteredTable } from "./altered-table";
import { type ExperimentOptions, evaluatePlan, findRun } from "./experiment";
import type { ExperimentChoice } from "./experiment-choice";
import { type ExperimentPlan, planExperiment } from "./experiment-plan";
import { corpusSubject } from "./experiment-subject";
import type { Run } from "./run-files";
import { runGroups } from "./run-groups";

/**
 * Trains a model on all recordings of a corpus and saves it with its card. The card's scores come
 * from the cross-validation of the same recipe: read from results/<name>/runs/ where it is there,
 * computed otherwise.
 *
 * @returns what the card says of data and scores
 */
export async function trainModel(
  corpus: CheckedCorpus,
  features: string,
  choice: ExperimentChoice,
  folder: string,
  options: ExperimentOptions = {},
): Promise<SavedModelFacts> {
  checkModelFolder(folder);
  const plan = await planExperiment(corpusSubject(corpus, features), choice);
  const run = withGroups(findRun(plan) ?? (await evaluatePlan(plan, options)), plan);
  const { subject, noiseFiles, settings } = plan;
  const learned = { ...settings, stress: undefined };
  const table = await alteredTable({ subject, noiseFiles, settings: learned }, options);
  const mixup = settings.augment?.includes("mixup");
  const { recognizer } = await trainRecognizer(table, { ...choice, mixup, onProgress: options.onProgress });
  const facts = { ...factsOf(run, corpus), heard: await heardOf(corpus, features) };
  saveModel(folder, recognizer, facts);
  return facts;
}

/** A run that was made before may not tell the groups. */
function withGroups(run: Omit<Run, "folder">, { groups, subject }: ExperimentPlan): Omit<Run, "folder"> {
  if (groups.length === 0) return run;
  return { ...run, record: { ...run.record, groups: runGroups(run, subject, groups) } };
}

/** What the recordings sound like at the rate at which the model takes them. */
async function heardOf({ recordings }: CheckedCorpus, features: string): Promise<HeardRanges> {
  const { common } = sampleRatesOf(recordings);
  const measured: SoundMeasures[] = [];
  for (const recording of recordings) {
    const waveform = resample(await loadRecording(recording), common);
    measured.push(measureAsHeard(waveform, features));
  }
  return heardRanges(measured);
}

function factsOf({ record, predictions }: Omit<Run, "folder">, corpus: CheckedCorpus): SavedModelFacts {
  const { protocol, metrics, perClass, versions } = record;
  const bySpeaker = groupScores(predictions, "speaker").map(({ name, uar }) => [name, uar]);
  const recalls = Object.entries(perClass).map(([emotion, { recall }]) => [emotion, recall]);
  return {
    sampleRate: sampleRatesOf(corpus.recordings).common,
    corpus: { ...record.corpus, licence: corpus.licence },
    evaluation: {
      protocol,
      uar: metrics.uar,
      accuracy: metrics.accuracy,
      recallByEmotion: Object.fromEntries(recalls),
      uarBySpeaker: Object.fromEntries(bySpeaker),
    },
    ...(record.groups && { groups: record.groups }),
    ...(record.stress && { stress: stressOf(record) }),
    versions,
  };
}

/** By the models of the folds, none of which had heard the speaker. */
function stressOf({ corpus, metrics, stress = [] }: Run["record"]): StressScores {
  return { corpus, seenInTraining: false, uar: metrics.uar, conditions: stress };
}

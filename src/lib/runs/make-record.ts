import { corpusRecord } from "../corpus/corpus-record";
import { confounding } from "../corpus/health/confounding";
import { describeEvaluation } from "../evaluation/describe-evaluation";
import type { Evaluation } from "../evaluation/evaluation";
import { describeFolds } from "../evaluation/folds/describe-folds";
import { describeGroups } from "../evaluation/groups/describe-groups";
import { FEWEST_PAIRS } from "../evaluation/significance/wilcoxon";
import { describeStress } from "../evaluation/stress/describe-stress";
import type { ConditionScore } from "../models/saved/condition-score";
import type { GroupScores } from "../models/saved/group-scores-by";
import type { ExperimentPlan } from "./experiment-plan";
import { normalizationInWords } from "./normalization-in-words";
import type { RunRecord, RunSettings } from "./run-record";
import { versions } from "./versions";

/** Everything about a finished evaluation that is the same on every rerun. */
export function makeRecord(plan: ExperimentPlan, evaluation: Evaluation): RunRecord {
  const { subject, settings, folds, numbers, groups } = plan;
  const split = describeFolds(settings.folds, folds, subject.recordings);
  const classes = evaluation.labels.length;
  const { augment } = settings;
  return {
    format: 1,
    settings,
    protocol: `${classes} classes, ${split.phrase}, ${normalizationInWords(settings.normalize)}${augment ? `, trained with ${augment.join(", ")}` : ""}`,
    bothSides: split.bothSides,
    corpus: corpusRecord(subject),
    versions: versions(),
    numbers,
    ...describeEvaluation(evaluation, settings.seed),
    ...(evaluation.stressed && { stress: stressOf(evaluation, settings.seed) }),
    ...(groups.length > 0 && { groups: groups.map((column) => groupsOf(plan, evaluation, column)) }),
    notes: [
      ...(subject.synthetic ? ["The recordings are synthetic."] : []),
      ...shortenedNotes(settings),
      ...subject.notes,
      ...split.notes,
      ...speakerNotes(plan),
    ],
  };
}

function stressOf({ predictions, stressed = [], labels }: Evaluation, seed: number): ConditionScore[] {
  return describeStress(predictions, stressed, labels, seed);
}

function groupsOf(
  { subject, settings }: ExperimentPlan,
  evaluation: Evaluation,
  column: string,
): GroupScores {
  const { predictions, labels } = evaluation;
  return describeGroups(predictions, subject.recordings, column, { labels, seed: settings.seed });
}

function shortenedNotes({ backend, model }: RunSettings): string[] {
  if (backend !== "cpu") return [];
  return [
    `${model} was trained in plain JavaScript, for a few epochs only: npm run setup tells how to get libtensorflow.`,
  ];
}

function speakerNotes({ subject: { recordings }, folds }: ExperimentPlan): string[] {
  const { warning } = confounding(recordings);
  const tested = folds.flatMap(({ test }) => test.map((i) => recordings[i].speaker));
  const speakers = new Set(tested).size;
  const notes = warning ? [warning] : [];
  if (speakers < FEWEST_PAIRS)
    notes.push(
      `Rests on ${speakers} speakers: too few for intervals over speakers and tests between models.`,
    );
  return notes;
}

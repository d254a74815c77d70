import { confounding } from "../corpus/health/confounding";
import { describeEvaluation } from "../evaluation/describe-evaluation";
import type { Evaluation } from "../evaluation/evaluation";
import { describeFolds } from "../evaluation/folds/describe-folds";
import type { Fold } from "../evaluation/folds/fold";
import { groupBy } from "../numbers/group-by";
import type { ExperimentSubject } from "./experiment-subject";
import type { RunRecord } from "./run-record";
import { versions } from "./versions";

/** Fewer speakers than this carry no interval worth the name: with 5, the smallest two-sided Wilcoxon p is .0625. */
const fewSpeakers = 6;

/** Everything about a finished evaluation that is the same on every rerun. */
export function makeRecord(
  subject: ExperimentSubject,
  settings: RunRecord["settings"],
  folds: readonly Fold[],
  evaluation: Evaluation,
): RunRecord {
  const { name, fingerprint, synthetic, recordings } = subject;
  const split = describeFolds(settings.folds, folds, recordings);
  const classes = evaluation.labels.length;
  return {
    format: 1,
    settings,
    protocol: `${classes} classes, ${split.phrase}, ${normalizationInWords(settings.normalize)}`,
    corpus: {
      name,
      fingerprint,
      synthetic,
      recordings: recordings.length,
      speakers: new Set(recordings.map(({ speaker }) => speaker)).size,
      emotions: countsOf(recordings.map(({ emotion }) => emotion)),
    },
    versions: versions(),
    ...describeEvaluation(evaluation, settings.seed),
    notes: [
      ...(synthetic ? ["The recordings are synthetic."] : []),
      ...shortenedNotes(settings),
      ...subject.notes,
      ...split.notes,
      ...speakerNotes(subject),
    ],
  };
}

function normalizationInWords(normalize: "train" | "speaker"): string {
  return normalize === "train"
    ? "normalised by the training part"
    : "normalised by speaker (with the test speaker's own recordings, without labels)";
}

function shortenedNotes({ backend, model }: RunRecord["settings"]): string[] {
  if (backend !== "cpu") return [];
  return [
    `${model} was trained in plain JavaScript, for a few epochs only: npm run setup tells how to get libtensorflow.`,
  ];
}

function countsOf(labels: readonly string[]): Record<string, number> {
  const groups = groupBy([...labels].sort(), (label) => label);
  return Object.fromEntries([...groups].map(([label, same]) => [label, same.length]));
}

function speakerNotes({ recordings }: ExperimentSubject): string[] {
  const { speakers, warning } = confounding(recordings);
  const notes = warning ? [warning] : [];
  if (speakers < fewSpeakers)
    notes.push(
      `Rests on ${speakers} speakers: too few for intervals over speakers and tests between models.`,
    );
  return notes;
}

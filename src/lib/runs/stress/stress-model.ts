import { InputError } from "../../check";
import { corpusRecord } from "../../corpus/corpus-record";
import { fingerprint } from "../../corpus/fingerprint";
import type { CheckedCorpus } from "../../corpus/recording";
import { type AlterationOptions, alterationJobs } from "../../dataset/altered/alteration-jobs";
import { featureTable } from "../../dataset/feature-table";
import type { OutOfFoldPrediction, StressedDecisions } from "../../evaluation/evaluation";
import { describeStress } from "../../evaluation/stress/describe-stress";
import type { Row } from "../../features/row";
import type { SavedModel } from "../../loading/storage";
import type { StressScores } from "../../models/saved/condition-score";
import type { ExperimentOptions } from "../experiment";
import { versions } from "../versions";

/** What `stress.json` holds: the same bytes on every rerun. */
export interface StressRecord extends StressScores {
  readonly format: 1;
  readonly model: {
    readonly features: string;
    readonly model: string;
    readonly normalize: string;
    readonly labels: readonly string[];
    /** What it was trained on. */
    readonly trainedOn: string;
  };
  /** Recordings by emotion that the model does not know. */
  readonly leftOut: Readonly<Record<string, number>>;
  readonly seed: number;
  readonly versions: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
}

/**
 * Recognises the recordings of a corpus with a saved model as they are and under other conditions.
 *
 * @param conditions such as "white:20"
 * @throws InputError where the corpus has no emotion of the model
 */
export async function stressModel(
  { recognizer, facts }: SavedModel,
  corpus: CheckedCorpus,
  conditions: readonly string[],
  { seed, noiseFiles, ...options }: AlterationOptions & Omit<ExperimentOptions, "replace">,
): Promise<StressRecord> {
  const { labels, featureSet, normalize } = recognizer;
  const recordings = corpus.recordings.filter(({ emotion }) => labels.includes(emotion));
  if (recordings.length === 0)
    throw new InputError(
      `${corpus.name} has none of the model's emotions (${labels.join(", ")}); name its labels by --map`,
    );
  const known = { ...corpus, recordings };
  const rowsOf = async (condition?: string) => {
    const alterations = condition && alterationJobs(recordings, () => condition, { seed, noiseFiles });
    const told = { ...options, sampleRate: facts.sampleRate };
    return (await featureTable(known, featureSet, alterations ? { ...told, alterations } : told)).rows;
  };
  const decide = async (rows: readonly Row[]) => (await recognizer.recognizeTogether(rows)).predictions;
  const asTheyAre = await decide(await rowsOf());
  const predictions: OutOfFoldPrediction[] = recordings.map(({ file, speaker, emotion }, i) => ({
    ...{ file, speaker, emotion, fold: "" },
    ...{ predicted: asTheyAre[i].label, probabilities: asTheyAre[i].probabilities },
  }));
  const stressed: StressedDecisions[] = [];
  for (const condition of conditions) {
    const decided = await decide(await rowsOf(condition));
    stressed.push({ condition, predicted: decided.map(({ label }) => label) });
  }
  const same = predictions.map(({ predicted }) => predicted);
  const [{ uar }, ...scores] = describeStress(
    predictions,
    [{ condition: "", predicted: same }, ...stressed],
    labels,
    seed,
  );
  const { model } = recognizer.classifier.save();
  // A part of the training corpus has another fingerprint, and its recordings were heard all the
  // same.
  const seenInTraining =
    fingerprint(corpus) === facts.corpus.fingerprint || corpus.name === facts.corpus.name;
  return {
    format: 1,
    model: { features: featureSet, model, normalize, labels, trainedOn: facts.corpus.name },
    corpus: corpusRecord({ ...known, fingerprint: fingerprint(known) }),
    leftOut: countLeftOut(corpus, labels),
    seenInTraining,
    seed,
    uar,
    conditions: scores,
    versions: versions(),
    notes: notesOf(corpus, seenInTraining, normalize),
  };
}

function countLeftOut({ recordings }: CheckedCorpus, labels: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { emotion } of recordings)
    if (!labels.includes(emotion)) counts[emotion] = (counts[emotion] ?? 0) + 1;
  return counts;
}

function notesOf({ name, synthetic }: CheckedCorpus, seenInTraining: boolean, normalize: string): string[] {
  return [
    ...(synthetic ? ["The recordings are synthetic."] : []),
    ...(seenInTraining
      ? [
          `The model was trained on ${name}, these recordings or others of it: scores on training recordings say little, and only what the conditions change says something. ser evaluate --stress tests speakers that were not heard.`,
        ]
      : []),
    ...(normalize === "speaker"
      ? ["The model was trained with normalisation by speaker; here it goes by the training recordings."]
      : []),
  ];
}

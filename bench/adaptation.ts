import { parseArgs } from "node:util";
import type { Waveform } from "../src/lib/audio/waveform";
import { requireHealthy } from "../src/lib/corpus/health/require-healthy";
import { loadRecording } from "../src/lib/corpus/load-recording";
import { openCorpus } from "../src/lib/corpus/open-corpus";
import type { CheckedCorpus, Recording } from "../src/lib/corpus/recording";
import { type FeatureTable, featureTable } from "../src/lib/dataset/feature-table";
import { tablePart } from "../src/lib/dataset/table-part";
import { uar } from "../src/lib/evaluation/metrics/uar";
import { trainRecognizer } from "../src/lib/evaluation/train-recognizer";
import type { FeatureSet } from "../src/lib/features/feature-set";
import type { Row } from "../src/lib/features/row";
import { longestUtterance, streamRecordings } from "../src/lib/live/stream-recordings";
import { loadFeatureSet } from "../src/lib/loading/load-feature-set";
import { normalizeBySpeaker } from "../src/lib/models/normalization/normalizer";
import { SpeakerStatistics } from "../src/lib/models/normalization/speaker-statistics";
import type { SpeechModel } from "../src/lib/models/saved/speech-model";
import { table, updateReadme } from "./report-table";

/** The statistics that are tried: those of so many of the speaker's recordings. */
const counts = [0, 5, 10, 20, Number.POSITIVE_INFINITY];

/** What a speaker's stream made of one recording. */
interface Heard {
  readonly recording: Recording;
  readonly row: Row;
  /** The decision of the stream, with the statistics of what it had heard. */
  readonly streamed: string;
}

/**
 * How fast a model normalised by speaker learns a voice: leave one speaker out, each test speaker's
 * recordings streamed in the order of their files, and the UAR that the statistics of the first 0,
 * 5, 10, 20 and of all recordings give on all of them.
 *
 *     node --require ./src/lib/jobs/typescript.cjs bench/adaptation.ts --corpus DIR [--recipes librosa-v1/svm-linear,...]
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      corpus: { type: "string", default: "data/synthetic" },
      recipes: { type: "string", default: "librosa-v1/svm-linear,egemaps-v02/svm-linear" },
      "no-write": { type: "boolean", default: false },
    },
  });
  const { corpus } = requireHealthy(await openCorpus(values.corpus), { purpose: "evaluate" });
  const lines: string[][] = [];
  for (const recipe of values.recipes.split(",")) {
    const [features, model] = recipe.split("/");
    lines.push([features, model, ...(await measure(corpus, features, model))]);
    console.error(lines[lines.length - 1].join("  "));
  }
  const heads = counts.map((count) => (count === Number.POSITIVE_INFINITY ? "all" : String(count)));
  const result = table(["features", "model", ...heads, "as the stream goes", "offline"], lines);
  console.log(result);
  if (!values["no-write"])
    updateReadme(`adaptation ${corpus.name}`, `### Speaker adaptation, ${corpus.name}\n\n${result}`);
}

/**
 * UAR for each of `counts`, then that of the stream's own decisions, and that of the files by the
 * speaker's own statistics.
 */
async function measure(corpus: CheckedCorpus, features: string, model: string): Promise<string[]> {
  const { recordings } = corpus;
  const all = await featureTable(corpus, features);
  const speakers = [...new Set(recordings.map(({ speaker }) => speaker))].sort();
  const truths: string[] = [];
  const decided: string[][] = [...counts, "stream", "offline"].map(() => []);
  for (const speaker of speakers) {
    const training = part(all, (recording) => recording.speaker !== speaker);
    const { recognizer } = await trainRecognizer(training, { model, normalize: "speaker" });
    const own = recordings.filter((recording) => recording.speaker === speaker);
    const speechModel = {
      recognizer,
      featureSet: await loadFeatureSet(features),
      sampleRate: (await loadRecording(own[0])).sampleRate,
    };
    const heard = await stream(speechModel, own);
    truths.push(...heard.map(({ recording }) => recording.emotion));
    for (const [k, count] of counts.entries()) decided[k].push(...(await decide(speechModel, heard, count)));
    decided[counts.length].push(...heard.map(({ streamed }) => streamed));
    decided[counts.length + 1].push(
      ...(await offline(
        speechModel,
        part(all, (recording) => recording.speaker === speaker),
      )),
    );
  }
  return decided.map((labels) => uar(truths, labels).toFixed(3));
}

function part(
  all: FeatureTable,
  keep: (recording: FeatureTable["recordings"][number]) => boolean,
): FeatureTable {
  return tablePart(
    all,
    all.recordings.flatMap((recording, i) => (keep(recording) ? [i] : [])),
  );
}

/** The decisions on all of a speaker's recordings by the statistics of the first `count`. */
async function decide(
  { recognizer }: SpeechModel,
  heard: readonly Heard[],
  count: number,
): Promise<string[]> {
  const speaker = new SpeakerStatistics();
  for (const { row } of heard.slice(0, count)) speaker.add(row);
  const predictions = await recognizer.recognize(
    heard.map(({ row }) => row),
    speaker,
  );
  return predictions.map(({ label }) => label);
}

/**
 * As evaluation has it: whole files, normalised by all recordings of the speaker, these included.
 */
async function offline(
  { recognizer }: SpeechModel,
  { rows, recordings, blocks }: FeatureTable,
): Promise<string[]> {
  const normalized = normalizeBySpeaker(
    rows,
    recordings.map(({ speaker }) => speaker),
    blocks,
  );
  return (await recognizer.classifier.predict(normalized)).map(({ label }) => label);
}

/** Streams the recordings; of several utterances in one, the longest counts. */
async function stream(speechModel: SpeechModel, recordings: readonly Recording[]): Promise<Heard[]> {
  const rows: Row[] = [];
  const extract = async (waveform: Waveform) => {
    rows.push(await speechModel.featureSet.extract(waveform));
    return rows[rows.length - 1];
  };
  const recorded = {
    ...speechModel,
    featureSet: { ...speechModel.featureSet, extract, track: undefined } as FeatureSet,
  };
  // One window at most in half a minute: the utterances are what is asked for.
  const heard = await streamRecordings(recorded, await Promise.all(recordings.map(loadRecording)), {
    hopSeconds: 30,
    notSureBelow: 0,
  });
  const decisions = heard.flat().filter(({ type }) => type === "utterance" || type === "window");
  return recordings.map((recording, i) => {
    const utterance = longestUtterance(heard[i]);
    if (!utterance) throw new Error(`${recording.file}: no speech was found`);
    return { recording, row: rows[decisions.indexOf(utterance)], streamed: utterance.emotion! };
  });
}

main();

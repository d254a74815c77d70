import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as tf from "@tensorflow/tfjs";
import { encodeWav } from "../lib/audio/encode-wav";
import type { Waveform } from "../lib/audio/waveform";
import { requireHealthy } from "../lib/corpus/health/require-healthy";
import { openCorpus } from "../lib/corpus/open-corpus";
import { featureTable } from "../lib/dataset/feature-table";
import { writeFile } from "../lib/disk/paths";
import { makeFolds } from "../lib/evaluation/folds/folds";
import { melSpectrogram } from "../lib/frames/mel-spectrogram";
import { loadSpeechModel } from "../lib/loading/load-speech-model";
import { runExperiment } from "../lib/runs/experiment";
import { planExperiment } from "../lib/runs/experiment-plan";
import { corpusSubject } from "../lib/runs/experiment-subject";
import { trainModel } from "../lib/runs/train-model";

const emotions = ["anger", "neutral", "sadness"];
const speakers = ["ann", "ben", "cem", "dia"];

/** A pure tone of half the full level. */
function tone(hertz: number, { seconds = 1, sampleRate = 16000 } = {}): Waveform {
  const length = Math.round(seconds * sampleRate);
  const sample = (i: number) => 0.5 * Math.sin((2 * Math.PI * hertz * i) / sampleRate);
  return { samples: Float32Array.from({ length }, (_, i) => sample(i)), sampleRate };
}

/** `metadata.csv` and 24 tones: four speakers, two sentences in each of three emotions. */
function writeSmallCorpus(folder: string): void {
  const rows = speakers.flatMap((speaker, s) =>
    emotions.flatMap((emotion, e) =>
      [1, 2].map((sentence) => {
        const file = `${speaker}/${emotion}${sentence}.wav`;
        const { samples } = tone(120 + 20 * s + sentence, { seconds: 0.5 });
        const quieter = samples.map((sample) => sample / 3 ** e);
        writeFile(join(folder, file), encodeWav(quieter, 16000));
        return `${file},${emotion},${speaker},${sentence}`;
      }),
    ),
  );
  writeFile(join(folder, "metadata.csv"), `file,emotion,speaker,fold\n${rows.join("\n")}\n`);
}

/**
 * What an example may use besides the library, so that it can be short; the current folder holds
 * the corpus `metadata.csv`, the run `runs/lda` and the model `models/lda`.
 */
export async function makeWorld(): Promise<Readonly<Record<string, unknown>>> {
  const folder = mkdtempSync(join(tmpdir(), "examples-"));
  writeSmallCorpus(folder);
  process.chdir(folder);
  const opened = await openCorpus("metadata.csv", { name: "small" });
  const { corpus } = requireHealthy(opened, { purpose: "evaluate" });
  const { recordings } = corpus;
  const table = await featureTable(corpus, "librosa-v1", { workers: 1, cache: false });
  const quick = { workers: 1, cache: false };
  const choice = { model: "lda", search: false };
  const subject = corpusSubject(corpus, "librosa-v1");
  const plan = await planExperiment(subject, choice);
  const run = await runExperiment(plan, "runs/lda", quick);
  const byChance = await planExperiment(subject, { model: "majority", search: false });
  const chance = await runExperiment(byChance, "runs/chance", quick);
  await trainModel(corpus, "librosa-v1", choice, "models/lda", quick);
  const waveform = tone(220);
  return {
    tf,
    tone,
    waveform,
    matrix: melSpectrogram(waveform).levelDb,
    corpus,
    recordings,
    table,
    rows: table.rows,
    labels: recordings.map(({ emotion }) => emotion),
    speakers: recordings.map(({ speaker }) => speaker),
    folds: makeFolds("loso", recordings, 0),
    subject,
    plan,
    run,
    chance,
    speechModel: await loadSpeechModel("models/lda"),
  };
}

/**
 * How many decisions on unseen speakers change when the same recordings are quieter, have an
 * offset, lie in one ear, or come at 8 kHz:
 *
 *     node --require ./src/lib/jobs/typescript.cjs bench/recorded-otherwise.ts CORPUS SET...
 *
 * Five folds grouped by speaker; every fourth recording is tested under each change.
 */

import { decodeWav } from "../src/lib/audio/decode-wav";
import { encodeWav } from "../src/lib/audio/encode-wav";
import { resample } from "../src/lib/audio/resample";
import type { Waveform } from "../src/lib/audio/waveform";
import { requireHealthy } from "../src/lib/corpus/health/require-healthy";
import { loadRecording } from "../src/lib/corpus/load-recording";
import { openCorpus } from "../src/lib/corpus/open-corpus";
import type { CheckedRecording } from "../src/lib/corpus/recording";
import { featureTable } from "../src/lib/dataset/feature-table";
import { tablePart } from "../src/lib/dataset/table-part";
import { makeFolds } from "../src/lib/evaluation/folds/folds";
import { rocAuc } from "../src/lib/evaluation/metrics/roc-auc";
import { uar } from "../src/lib/evaluation/metrics/uar";
import { trainRecognizer } from "../src/lib/evaluation/train-recognizer";
import { measureAsHeard } from "../src/lib/features/measure-as-heard";
import type { Row } from "../src/lib/features/row";
import type { SoundMeasures } from "../src/lib/frames/sound-measures";
import { loadFeatureSet } from "../src/lib/loading/load-feature-set";
import { heardRanges, unlikeness } from "../src/lib/models/saved/heard-ranges";
import type { Recognizer } from "../src/lib/models/saved/recognizer";

const scaled =
  (gain: number, offset = 0) =>
  ({ samples, sampleRate }: Waveform) =>
    inSixteenBits({ samples: samples.map((sample) => gain * sample + offset), sampleRate });

/** Neither rounded nor cut. */
function inFloatingPoint(gain: number) {
  return ({ samples, sampleRate }: Waveform) => ({
    samples: samples.map((sample) => gain * sample),
    sampleRate,
  });
}

/** As a file holds it: rounded, and cut at full scale. */
function inSixteenBits({ samples, sampleRate }: Waveform): Waveform {
  return decodeWav(encodeWav(samples, sampleRate), "changed");
}

const changes: Readonly<Record<string, (waveform: Waveform) => Waveform>> = {
  "as it is": (waveform) => waveform,
  "-20 dB": scaled(0.1),
  "+20 dB, cut at full scale": scaled(10),
  "-20 dB, floating point": inFloatingPoint(0.1),
  "+20 dB, floating point": inFloatingPoint(10),
  "offset .01": scaled(1, 0.01),
  "one ear": scaled(0.5),
  "8 kHz": (waveform) => inSixteenBits(resample(waveform, 8000)),
};

async function main([place, ...sets]: readonly string[]): Promise<void> {
  const { corpus } = requireHealthy(await openCorpus(place), { purpose: "evaluate" });
  for (const model of (process.env.MODELS ?? "svm-linear").split(",")) {
    for (const set of sets) await measure(corpus, set, model);
  }
}

async function measure(
  corpus: ReturnType<typeof requireHealthy>["corpus"],
  set: string,
  model: string,
): Promise<void> {
  const table = await featureTable(corpus, set);
  const heard = await hearOtherwise(corpus.recordings, set, changes);
  const told: Record<string, string[]> = Object.fromEntries(Object.keys(changes).map((name) => [name, []]));
  const unlike: Record<string, number[]> = Object.fromEntries(Object.keys(changes).map((name) => [name, []]));
  const truths: string[] = [];
  for (const { train, test } of makeFolds("group-5", corpus.recordings, 0)) {
    const { recognizer } = await trainRecognizer(tablePart(table, train), { model });
    const tested = test.filter((i) => i % 4 === 0);
    truths.push(...tested.map((i) => corpus.recordings[i].emotion));
    const known = train.filter((i) => i % 4 === 0).map((i) => heard["as it is"].get(i)!.measures);
    const ranges = heardRanges(known);
    for (const name of Object.keys(changes)) {
      told[name].push(...(await decide(recognizer, heard[name], tested)));
      unlike[name].push(...tested.map((i) => unlikeness(ranges, heard[name].get(i)!.measures).unlike));
    }
  }
  for (const [name, labels] of Object.entries(told)) {
    const changed = labels.filter((label, i) => label !== told["as it is"][i]).length / labels.length;
    console.log(
      `| ${corpus.name} | ${set} | ${model} | ${name} | ${uar(truths, labels).toFixed(3)} | ${(100 * changed).toFixed(1)} % |`,
    );
  }
  console.log(`${corpus.name} ${set} ${model}: AUC of unlike ${errorAuc(truths, told, unlike).toFixed(3)}`);
}

/** How well `unlike` tells wrong decisions from right ones, over all changes. */
function errorAuc(
  truths: readonly string[],
  told: Readonly<Record<string, string[]>>,
  unlike: Readonly<Record<string, number[]>>,
): number {
  const outcomes = Object.values(told).flatMap((labels) =>
    labels.map((label, i) => (label === truths[i] ? "right" : "wrong")),
  );
  const parts = Object.values(unlike).flatMap((values) => values.map((value) => value / (1 + value)));
  return rocAuc(
    outcomes,
    parts.map((part) => [1 - part, part]),
    ["right", "wrong"],
  );
}

type Rows = Map<number, { readonly row: Row; readonly measures: SoundMeasures }>;

async function hearOtherwise(
  recordings: readonly CheckedRecording[],
  setName: string,
  ways: typeof changes,
): Promise<Record<string, Rows>> {
  const set = await loadFeatureSet(setName);
  const heard: Record<string, Rows> = Object.fromEntries(Object.keys(ways).map((name) => [name, new Map()]));
  for (let i = 0; i < recordings.length; i += 4) {
    const waveform = await loadRecording(recordings[i]);
    for (const [name, change] of Object.entries(ways)) {
      const changed = resample(change(waveform), waveform.sampleRate);
      heard[name].set(i, { row: await set.extract(changed), measures: measureAsHeard(changed, setName) });
    }
  }
  return heard;
}

async function decide(recognizer: Recognizer, rows: Rows, tested: readonly number[]): Promise<string[]> {
  const predictions = await recognizer.recognize(tested.map((i) => rows.get(i)!.row));
  return predictions.map(({ label }) => label);
}

main(process.argv.slice(2)).catch((error) => {
  console.error(error);
  process.exitCode = 1;
});

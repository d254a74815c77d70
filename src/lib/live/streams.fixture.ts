import type { Waveform } from "../audio/waveform";
import type { FeatureSet } from "../features/feature-set";
import { createModel, modelFamily } from "../models/create-model";
import { Normalizer } from "../models/normalization/normalizer";
import { Recognizer } from "../models/saved/recognizer";
import type { SpeechModel } from "../models/saved/speech-model";
import { type Random, random } from "../numbers/random";
import { embeddedUtterances, speakUtterance } from "../synthesis/embedded-corpus";

const sampleRate = 16000;
const labels = ["anger", "neutral", "sadness"];

/** Silence, two utterances with a pause between, silence; faint noise throughout. 16 kHz. */
export function twoUtterances(pauseSeconds = 1.2): Float32Array {
  const source = random("two utterances");
  const [first, second] = embeddedUtterances({ speakers: 1, texts: 2, emotions: 1 }).map(
    (utterance) => speakUtterance(utterance).waveform.samples,
  );
  const pause = new Float32Array(Math.round(pauseSeconds * sampleRate));
  const lead = new Float32Array(sampleRate / 2);
  const parts = [lead, first, pause, second, new Float32Array(sampleRate)];
  const samples = Float32Array.from(parts.flatMap((part) => [...part]));
  return samples.map((sample) => sample + 3e-4 * source.normal());
}

/** The samples in chunks of the lengths told. */
export function* chunks(samples: Float32Array, length: () => number): Generator<Float32Array> {
  for (let at = 0; at < samples.length; ) {
    const chunk = samples.subarray(at, at + length());
    yield chunk;
    at += chunk.length;
  }
}

/**
 * A model of a kind that has learned random rows around those of a recording: its decisions change
 * with what it hears.
 */
export async function tinyListener(
  featureSet: FeatureSet,
  model: string,
  normalize: "train" | "speaker" = "train",
): Promise<SpeechModel> {
  if (modelFamily(model).usesTensors) await (await import("../loading/node-backend")).nodeBackend();
  const source = random(`${featureSet.name} ${model}`);
  const waveform = { samples: twoUtterances().subarray(8000, 24000), sampleRate };
  const targets = Array.from({ length: 12 }, (_, i) => labels[i % labels.length]);
  const rows = await drawnRows(featureSet, waveform, targets.length, source);
  const normalizer = Normalizer.fit(rows);
  const classifier = await createModel(
    model,
    modelFamily(model).usesTensors ? { epochs: 1, members: 1 } : {},
  );
  const speakers = targets.map((_, i) => `speaker${i % 4}`);
  await classifier.fit(rows.map((row) => normalizer.apply(row)) as Float64Array[], targets, {
    seed: 0,
    speakers,
  });
  const { name, columns } = featureSet;
  const recognizer = new Recognizer({ featureSet: name, columns, normalize, normalizer, classifier });
  return { recognizer, featureSet, sampleRate };
}

async function drawnRows(featureSet: FeatureSet, waveform: Waveform, count: number, source: Random) {
  const row = await featureSet.extract(waveform);
  const near = (value: number) => value * (1 + 0.3 * source.normal()) + 0.01 * source.normal();
  const drawn = () =>
    row instanceof Float64Array ? row.map(near) : { ...row, data: (row.data as Float32Array).map(near) };
  return Array.from({ length: count }, drawn);
}

/** A feature set that costs nothing: mean, mean square and length. */
export const plainSet: FeatureSet = {
  kind: "vector",
  name: "plain-v1",
  columns: ["mean", "power", "seconds"],
  extract({ samples, sampleRate: rate }) {
    let [sum, power] = [0, 0];
    for (const sample of samples) {
      sum += sample;
      power += sample * sample;
    }
    return Float64Array.of(sum / samples.length, power / samples.length, samples.length / rate);
  },
};

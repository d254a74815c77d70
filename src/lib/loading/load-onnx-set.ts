import { checkWaveform } from "../audio/check-waveform";
import { resample } from "../audio/resample";
import type { Waveform } from "../audio/waveform";
import { InputError } from "../check";
import { digestFile } from "../disk/digest-file";
import type { VectorSet } from "../features/feature-set";
import { StateStatistics } from "../features/state-statistics";
import {
  loadOnnxRuntime,
  type OnnxRuntime,
  type OnnxSession,
  type OnnxTensor,
  openOnnxModel,
} from "./onnx-runtime";
import { type OnnxSettings, readOnnxSettings } from "./onnx-settings";

/**
 * A feature set from any encoder of raw samples in an ONNX file (wav2vec2, HuBERT, emotion2vec,
 * ...), with statistics of its output over time as columns `mean0`.. `std0`... Recordings are
 * averaged to one channel and resampled as the settings say.
 *
 * Its name carries a digest of the settings and the model, so that a cached row or a saved model
 * never meets another encoder.
 *
 * @param name `onnx:PATH.json`, or with the digest that is expected: `onnx:PATH.json#1a2b3c4d`
 * @throws InputError where the package, a file or a name in it is missing, or the digest is another
 *   one
 * @example await loadOnnxSet("onnx:no-such.json") // throws "no-such.json: the file is missing"
 */
export async function loadOnnxSet(name: string): Promise<VectorSet> {
  const [path, expected] = name.slice("onnx:".length).split("#");
  const settings = readOnnxSettings(path);
  const digest = digestOf(path, settings);
  if (expected !== undefined && expected !== digest) {
    throw new InputError(
      `${path} or its model has changed: its digest is ${digest}, ${expected} was expected`,
    );
  }
  const runtime = loadOnnxRuntime();
  const session = await open(runtime, settings, path);
  const states = (waveform: Waveform) => encode(runtime, session, settings, waveform);
  const second = { samples: new Float32Array(settings.sampleRate), sampleRate: settings.sampleRate };
  const [, , width] = (await states(second)).dims;
  return {
    kind: "vector",
    name: `onnx:${path}#${digest}`,
    columns: settings.pooling.flatMap((statistic) =>
      Array.from({ length: width }, (_, i) => `${statistic}${i}`),
    ),
    extract: async (waveform) => pooled(await states(waveform), settings.pooling),
  };
}

function digestOf(path: string, { model }: OnnxSettings): string {
  try {
    return digestFile(path).slice(0, 4) + digestFile(model).slice(0, 4);
  } catch {
    throw new InputError(`${path}: model ${model} cannot be read`);
  }
}

async function open(runtime: OnnxRuntime, settings: OnnxSettings, path: string): Promise<OnnxSession> {
  const session = await openOnnxModel(runtime, settings.model);
  checkName(path, "input", settings.input, session.inputNames);
  checkName(path, "output", settings.output, session.outputNames);
  return session;
}

function checkName(path: string, field: string, name: string, names: readonly string[]): void {
  if (names.includes(name)) return;
  throw new InputError(`${path}: the model has no ${field} "${name}", it has ${names.join(", ")}`);
}

async function encode(
  { Tensor }: OnnxRuntime,
  session: OnnxSession,
  { input, output, sampleRate, normalize }: OnnxSettings,
  waveform: Waveform,
): Promise<OnnxTensor> {
  checkWaveform(waveform);
  const { samples } = resample(waveform, sampleRate);
  const heard = normalize === "standard" ? standardized(samples) : samples;
  const { [output]: states } = await session.run({
    [input]: new Tensor("float32", heard, [1, heard.length]),
  });
  if (states.data instanceof Float32Array && states.dims.length === 3) return states;
  throw new InputError(
    `output ${output} is ${states.type} [${states.dims.join(" x ")}], it must be float32 [1 x frames x columns]`,
  );
}

/** Mean 0 and variance 1, silence left as it is (as transformers' Wav2Vec2FeatureExtractor). */
function standardized(samples: Float32Array): Float32Array {
  const mean = samples.reduce((sum, sample) => sum + sample, 0) / samples.length;
  const variance = samples.reduce((sum, sample) => sum + (sample - mean) ** 2, 0) / samples.length;
  return samples.map((sample) => (sample - mean) / Math.sqrt(variance + 1e-7));
}

function pooled({ data, dims }: OnnxTensor, pooling: OnnxSettings["pooling"]): Float64Array {
  const [, frames, width] = dims;
  const statistics = new StateStatistics(width);
  for (let t = 0; t < frames; t++)
    statistics.add((data as Float32Array).subarray(t * width, (t + 1) * width));
  const values = statistics.values();
  return Float64Array.from(
    pooling.flatMap((statistic) => (statistic === "mean" ? values.slice(0, width) : values.slice(width))),
  );
}

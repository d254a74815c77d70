import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { decodeSound } from "../audio/decode-sound";
import { encodeWav } from "../audio/encode-wav";
import { resample } from "../audio/resample";
import type { Waveform } from "../audio/waveform";
import { modelSettings } from "../evaluation/cross-validate";
import fitFold from "../evaluation/fit-fold";
import { featureNumbers, featureSetNames } from "../features/feature-sets";
import type { Row } from "../features/row";
import { loadFeatureSet } from "../loading/load-feature-set";
import { nodeBackend } from "../loading/node-backend";
import { modelFamily, modelNames } from "../models/create-model";
import { random } from "../numbers/random";

/**
 * By name and version of the numbers: what `sketch` gave of the output when the version was made.
 */
const reference: Readonly<Record<string, Readonly<Record<number, readonly number[]>>>> = JSON.parse(
  readFileSync(join(__dirname, "numbers.reference.json"), "utf8"),
);

const PROJECTIONS = 4;

/**
 * A digest that forgives the last bits, in which machines may differ: sums of the values' signed
 * logarithms, each time with other signs. A value that moves by a millionth of itself moves every
 * sum.
 */
function sketch(values: readonly number[]): number[] {
  const signs = random("sketch");
  const sums = new Array<number>(PROJECTIONS).fill(0);
  for (const value of values) {
    const size = Math.sign(value) * Math.log1p(Math.abs(value));
    for (let p = 0; p < PROJECTIONS; p++) sums[p] += signs.uniform() < 0.5 ? size : -size;
  }
  return sums;
}

/**
 * @param tolerance of each sum: for what is computed in this thread next to nothing, more for
 *   solvers that stop at some point, for products of relaxed precision (the voice encoder) and for
 *   libtensorflow
 */
function checkNumbers(name: string, version: number, values: readonly number[], tolerance: number): void {
  const found = sketch(values);
  const known = reference[name]?.[version] ?? [];
  const isSame = found.every((sum, p) => Math.abs(sum - known[p]) <= tolerance);
  assert.ok(
    isSame,
    `${name} gives other numbers than its version ${version} did (${known}): raise "numbers" where ${name} is registered, ` +
      `make the committed runs anew, and add to numbers.reference.json under the new version: ${JSON.stringify(found)}`,
  );
}

/**
 * A second of pulses through two resonances, with a pause and noise: by sums and products alone, so
 * that all machines hear the same.
 */
function speechLike(sampleRate: number): Waveform {
  const samples = new Float32Array(sampleRate);
  const noise = random("noise");
  let [a, b, c, d, next] = [0, 0, 0, 0, 0];
  for (let t = 0; t < samples.length; t++) {
    const isVoiced = (t * 4) % (samples.length * 2) < samples.length;
    const isPulse = isVoiced && t >= next;
    if (isPulse) next = t + Math.floor(sampleRate / (100 + 40 * noise.uniform()));
    const source = (isPulse ? 0.5 : 0) + 0.004 * (noise.uniform() - 0.5);
    [a, b] = [source + 1.8 * a - 0.9 * b, a];
    [c, d] = [a + 1.2 * c - 0.8 * d, c];
    samples[t] = 0.01 * c;
  }
  return { samples, sampleRate };
}

/**
 * As recordings of a corpus come to a set: decoded from 16 bits, and one of another rate resampled.
 */
async function heard(): Promise<Waveform[]> {
  const recorded = [speechLike(16000), speechLike(22050)].map(({ samples, sampleRate }) =>
    encodeWav(samples, sampleRate),
  );
  const decoded = await Promise.all(recorded.map((bytes, i) => decodeSound(bytes, `${i}.wav`)));
  return decoded.map((waveform) => resample(waveform, 16000));
}

const weightsAreMissing = (error: unknown) => /voice/.test(String(error));

for (const name of featureSetNames) {
  test(`${name} gives the numbers of its version`, async (t) => {
    const set = await loadFeatureSet(name).catch((error: unknown) => {
      if (weightsAreMissing(error)) return undefined;
      throw error;
    });
    if (!set) return t.skip("the voice encoder's weights are not there: npm run setup fetches them");
    const values: number[] = [];
    for (const waveform of await heard()) {
      const row = await set.extract(waveform);
      values.push(...(row instanceof Float64Array ? row : row.data));
    }
    checkNumbers(name, featureNumbers(name), values, name.startsWith("voice") ? 1e-2 : 1e-8);
  });
}

const labels = ["anger", "joy", "sadness"];

/** Rows of 60 recordings by six speakers, in three emotions that overlap. */
function toyRows(kind: "vector" | "matrix"): Row[] {
  const noise = random("rows");
  return Array.from({ length: 60 }, (_, i) => {
    const value = (column: number) => noise.uniform() + (column === i % 3 ? 0.6 : 0);
    if (kind === "vector") return Float64Array.from({ length: 6 }, (_, column) => value(column));
    const data = Float32Array.from({ length: 40 * 64 }, (_, k) => value(k % 64));
    return { rows: 40, columns: 64, data };
  });
}

for (const name of modelNames) {
  test(`${name} gives the numbers of its version`, async (t) => {
    const { takes, usesTensors, numbers } = modelFamily(name);
    if (usesTensors && (await nodeBackend()) === "cpu")
      return t.skip("without libtensorflow networks train shorter: npm run setup tells how to get it");
    const rows = toyRows(takes === "matrix" ? "matrix" : "vector");
    const training = {
      rows: rows.slice(0, 45),
      labels: rows.slice(0, 45).map((_, i) => labels[i % 3]),
      speakers: rows.slice(0, 45).map((_, i) => `s${Math.floor(i / 9)}`),
    };
    const settings = modelSettings({ model: name, options: usesTensors ? { epochs: 2 } : {} });
    const result = await fitFold({ fold: "s5", settings, training, test: rows.slice(45) });
    const probabilities = result.predictions.flatMap((prediction) => prediction.probabilities);
    const searched = settings.grid
      .flatMap((point) => Object.values(point))
      .filter(Number.isFinite) as number[];
    checkNumbers(name, numbers, [...probabilities, ...searched], usesTensors ? 1e-2 : 1e-5);
  });
}

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { decodeWav } from "../../audio/decode-wav";
import { InputError } from "../../check";
import { random } from "../../numbers/random";
import reference from "./egemaps.reference.json";
import { createEgemapsV02 } from "./egemaps-v02";
import { referenceSignal } from "./reference-signal.fixture";

const set = createEgemapsV02();
const extract = (samples: Float32Array, sampleRate = 16000) =>
  set.extract({ samples, sampleRate }) as Float64Array;
const statistic = (values: Float64Array, column: string) => values[set.columns.indexOf(column)];
const allFinite = (values: Float64Array) => values.every(Number.isFinite);

function vowel(f0Hz: number, sampleRate: number, seconds = 1): Float32Array {
  return Float32Array.from({ length: Math.round(seconds * sampleRate) }, (_, i) => {
    let sum = 0;
    for (let h = 1; h * f0Hz < Math.min(4000, sampleRate / 2); h++) {
      sum += Math.cos((2 * Math.PI * h * f0Hz * i) / sampleRate) / h;
    }
    return 0.1 * sum;
  });
}

test("the columns are openSMILE's, in its order", () => {
  assert.deepEqual([...set.columns], reference.columns);
  assert.equal(set.columns.length, 88);
});

test("the functionals of a made signal are openSMILE's", () => {
  const values = set.extract(referenceSignal()) as Float64Array;
  const differences = reference.functionals.map((expected, i) => ({
    column: set.columns[i],
    difference: Math.abs(values[i] - expected) / Math.abs(expected),
  }));
  const sorted = differences.map(({ difference }) => difference).sort((a, b) => a - b);
  assert.ok(sorted[44] <= 0.01, `median relative difference ${sorted[44]}`);
  const loudness = differences.filter(({ column }) => /^(loudness|mfcc\d_|spectralFlux_)/.test(column));
  for (const { column, difference } of loudness) assert.ok(difference < 1e-3, `${column}: ${difference}`);
});

for (const sampleRate of [8000, 16000, 22050, 32000, 44100, 48000]) {
  test(`the pitch of a vowel at ${sampleRate} Hz`, () => {
    const semitones = statistic(
      extract(vowel(200, sampleRate), sampleRate),
      "F0semitoneFrom27.5Hz_sma3nz_amean",
    );
    assert.ok(Math.abs(semitones - 12 * Math.log2(200 / 27.5)) < 0.05, `${semitones}`);
  });
}

test("twice the amplitude is 6.02 dB more level and changes no pitch", () => {
  const quiet = extract(vowel(150, 16000).map((value) => value / 2));
  const loud = extract(vowel(150, 16000));
  const level = (values: Float64Array) => statistic(values, "equivalentSoundLevel_dBp");
  assert.ok(Math.abs(level(loud) - level(quiet) - 20 * Math.log10(2)) < 1e-5);
  const pitch = (values: Float64Array) => statistic(values, "F0semitoneFrom27.5Hz_sma3nz_amean");
  assert.ok(Math.abs(pitch(loud) - pitch(quiet)) < 1e-6);
});

test("all-zero: no loudness, no voiced segment, the lowest level", () => {
  const values = extract(new Float32Array(16000));
  assert.ok(allFinite(values));
  assert.equal(statistic(values, "loudness_sma3_amean"), 0);
  assert.equal(statistic(values, "VoicedSegmentsPerSec"), 0);
  assert.equal(statistic(values, "F0semitoneFrom27.5Hz_sma3nz_amean"), 0);
  assert.equal(statistic(values, "equivalentSoundLevel_dBp"), -120);
});

test("odd recordings give finite values", () => {
  const click = new Float32Array(16000);
  click[8000] = 1;
  const clipped = vowel(120, 16000).map((value) => Math.max(-0.05, Math.min(0.05, 20 * value)));
  const odd: Record<string, Float32Array> = {
    click,
    clipped,
    constant: new Float32Array(16000).fill(0.5),
    "50 ms": vowel(200, 16000, 0.05),
    "one sample": Float32Array.of(0.5),
    "full scale": vowel(100, 16000).map((value) => Math.sign(value)),
  };
  for (const [name, samples] of Object.entries(odd)) assert.ok(allFinite(extract(samples)), name);
});

test("random noise of any level and length gives finite values", () => {
  const { uniform: draw } = random(1);
  for (let run = 0; run < 12; run++) {
    const samples = new Float32Array(Math.floor(200 + draw() * 6000));
    const level = 10 ** (-5 * draw());
    for (let i = 0; i < samples.length; i++) samples[i] = level * (2 * draw() - 1);
    assert.ok(allFinite(extract(samples, run % 2 ? 16000 : 44100)), `run ${run}`);
  }
});

test("the same recording gives the same numbers, whatever came before it", () => {
  const first = extract(vowel(180, 16000));
  extract(vowel(90, 44100), 44100);
  assert.deepEqual(extract(vowel(180, 16000)), first);
});

test("a sample that is not a number is refused", () => {
  assert.throws(() => extract(Float32Array.of(0, Number.NaN)), InputError);
  assert.throws(() => extract(new Float32Array(0)), InputError);
});

const table = "../shared/reference/features/emodb_egemaps.csv";
const missing = existsSync(table)
  ? false
  : "shared/ is missing: no recordings to compare openSMILE's table with";

test("recordings of EMO-DB have openSMILE's numbers", { skip: missing }, () => {
  const rows = readFileSync(table, "utf8").trim().split("\n").slice(1);
  const differences = [0, 113, 226].flatMap((row) => {
    const [file, ...expected] = rows[row].split(",");
    const values = set.extract(
      decodeWav(readFileSync(`../shared/corpora/emodb/wav/${file}`), file),
    ) as Float64Array;
    return expected.map((text, i) => Math.abs(values[i] - Number(text)) / Math.abs(Number(text)));
  });
  differences.sort((a, b) => a - b);
  const median = differences[Math.floor(differences.length / 2)];
  assert.ok(median < 0.002, `median relative difference ${median}`);
});

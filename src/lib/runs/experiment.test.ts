import assert from "node:assert/strict";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { InputError } from "../check";
import { mutated } from "../disk/mutated";
import { random } from "../numbers/random";
import { comparisonText, scoresText } from "../report/comparison-text";
import { pairInWords, pText } from "../report/pair-text";
import { comparePairs, compareRuns } from "./comparison/compare-runs";
import { comparisonLimits } from "./comparison/comparison-limits";
import { seedSpread } from "./comparison/seed-spread";
import { type ExperimentOptions, findRun, runExperiment } from "./experiment";
import type { ExperimentChoice } from "./experiment-choice";
import { planExperiment } from "./experiment-plan";
import { type ExperimentSubject, tableSubject } from "./experiment-subject";
import { readRun, writeRun } from "./run-files";
import { runName } from "./run-folder";

const newFolder = () => mkdtempSync(join(tmpdir(), "experiment-"));

/** Two emotions that differ by one column, seven speakers, ten recordings each. */
function toySubject(distance = 3) {
  const noise = random(1);
  const recordings = Array.from({ length: 70 }, (_, i) => ({
    file: `${String(i).padStart(3, "0")}.wav`,
    speaker: `s${i % 7}`,
    emotion: i % 2 ? "anger" : "sadness",
  }));
  const rows = recordings.map((_, i) => Float64Array.of(noise.normal() + (i % 2) * distance, noise.normal()));
  return tableSubject({ set: "toy.csv", columns: ["x", "y"], recordings, rows });
}

const bytesOf = (folder: string) =>
  ["run.json", "predictions.csv"].map((file) => readFileSync(join(folder, file), "utf8"));
/** The experiment, run into a folder. */
async function evaluated(
  subject: ExperimentSubject,
  choice: ExperimentChoice,
  folder: string,
  options: ExperimentOptions = {},
) {
  return runExperiment(await planExperiment(subject, choice), folder, { workers: 1, ...options });
}

const settings = { model: "svm-linear", search: false };

test("a run is written once complete and reads back as it was", async () => {
  const folder = newFolder();
  const run = await evaluated(toySubject(), settings, folder);
  assert.deepEqual(readRun(folder), run);
  assert.deepEqual(readdirSync(folder).sort(), ["predictions.csv", "provenance.json", "run.json"]);
  assert.ok(run.record.metrics.uar.value > 0.85);
  assert.equal(
    run.record.protocol,
    "2 classes, leave one speaker out (7 folds), normalised by the training part",
  );
});

test("an evaluation that stops goes on from its finished folds, and ends with the same bytes", async () => {
  const [whole, stopped] = [newFolder(), newFolder()];
  await evaluated(toySubject(), settings, whole);
  const stopAfter = (folds: number) => (done: number) => {
    if (done === folds) throw new Error("stopped");
  };
  await assert.rejects(evaluated(toySubject(), settings, stopped, { onProgress: stopAfter(3) }));
  assert.ok(!existsSync(join(stopped, "run.json")), "nothing half-written");
  const seen: number[] = [];
  await evaluated(toySubject(), settings, stopped, {
    onProgress: (done, _folds, note) => void (note.includes(":") || seen.push(done)),
  });
  assert.equal(seen[0], 4, "three folds were kept");
  assert.deepEqual(bytesOf(stopped), bytesOf(whole));
});

test("a folder that holds a run of other settings or recordings is refused", async () => {
  const folder = newFolder();
  await evaluated(toySubject(), settings, folder);
  const refused = (error: unknown) => error instanceof InputError && /holds another run/.test(error.message);
  await assert.rejects(evaluated(toySubject(), { ...settings, seed: 1 }, folder), refused);
  await assert.rejects(evaluated(toySubject(2), settings, folder), refused);
});

test("a run of other folds under the same name is another run: of an edited file, of an edited column", async () => {
  const path = join(newFolder(), "folds.json");
  const subject = toySubject();
  const split = (shift: number) => {
    const part = (fold: number) =>
      subject.recordings.filter((_, i) => ((i + shift) % 7 < 4 ? 0 : 1) === fold).map(({ file }) => file);
    writeFileSync(path, JSON.stringify({ folds: [0, 1].map((fold) => ({ fold, test_files: part(fold) })) }));
  };
  const withColumn = (shift: number) => {
    const recordings = subject.recordings.map((one, i) => ({
      ...one,
      extra: { fold: (i + shift) % 7 < 4 ? "a" : "b" },
    }));
    return { ...subject, recordings };
  };
  const folder = newFolder();
  const run = (subjectOfRun: typeof subject, folds: string) =>
    evaluated(subjectOfRun, { ...settings, folds }, join(folder, folds === path ? "file" : folds));
  split(0);
  const first = await run(subject, path);
  assert.deepEqual((await run(subject, path)).record, first.record);
  split(1);
  await assert.rejects(run(subject, path), /folds\.json as they were split before on toy\.csv/);
  await run(withColumn(0), "official");
  await run(withColumn(0), "official");
  await assert.rejects(run(withColumn(1), "official"), /holds another run/);
});

test("folds that follow from settings and recordings add nothing to the identity of a run", async () => {
  const { record } = await evaluated(toySubject(), settings, newFolder());
  assert.deepEqual(Object.keys(record.settings), [
    "features",
    "model",
    "folds",
    "normalize",
    "search",
    "seed",
    "options",
  ]);
});

test("a run whose replacement stops half-way is no complete run", async () => {
  const folder = newFolder();
  const run = await evaluated(toySubject(), settings, folder);
  rmSync(join(folder, "predictions.csv"));
  mkdirSync(join(folder, "predictions.csv")); // cannot be replaced by a file
  assert.throws(() => writeRun(run));
  assert.throws(() => readRun(folder), /holds no run/);
});

test("a comparison says what is likely or settled, and what is not told apart", async () => {
  const subject = toySubject();
  const runs = [];
  for (const model of ["majority", "svm-linear", "svm-rbf"]) {
    runs.push(await evaluated(subject, { ...settings, model }, newFolder()));
  }
  const words = compareRuns(runs).map(pairInWords);
  assert.match(words[0], /^toy svm-linear is ahead of toy majority by 0\.\d+ UAR .*: settled \(/);
  assert.match(words[2], /: not told apart \(/);
  assert.match(comparisonText(runs), /toy majority +\.500/);
});

test("the correction is over the pairs that were asked for, and no others", async () => {
  const runs = [];
  for (const model of ["majority", "svm-linear", "svm-rbf"]) {
    runs.push(await evaluated(toySubject(), { ...settings, model }, newFolder()));
  }
  const [alone] = comparePairs([[runs[0], runs[1]]]);
  assert.equal(alone.corrected.bootstrap, alone.comparison.bootstrap.p);
  assert.equal(compareRuns(runs)[0].corrected.bootstrap, 3 * alone.comparison.bootstrap.p);
  assert.deepEqual(comparePairs([]), []);
});

test("a comparison of more pairs than the bootstrap can tell apart says so", async () => {
  const run = await evaluated(toySubject(1), settings, newFolder());
  assert.doesNotMatch(comparisonText(Array(10).fill(run)), /too many/);
  assert.match(comparisonText(Array(11).fill(run)), /^55 pairs are too many: .* below 0\.055;/m);
});

test("a p-value at the floor of its test is told as a bound", async () => {
  const [low, high] = [
    await evaluated(toySubject(), { ...settings, model: "majority" }, newFolder()),
    await evaluated(toySubject(), settings, newFolder()),
  ];
  const [pair, same] = comparePairs([
    [low, high],
    [low, low],
  ]);
  assert.equal(pText(pair, "bootstrap"), "≤ .002");
  assert.match(pairInWords(pair), /: settled \(p of the bootstrap ≤ \.002, of Wilcoxon's test = \.031\)\.$/);
  assert.match(pairInWords(same), /have the same UAR .*: not told apart \(p of the bootstrap = 1\.000/);
  assert.deepEqual([pText(pair, "wilcoxon"), pText(pair, "mcnemar")], [".031", "< .001"]);
});

test("pairs beyond which Wilcoxon's test over the speakers cannot hold are told", async () => {
  const run = await evaluated(toySubject(), settings, newFolder());
  const limits = (pairs: number) => comparisonLimits(comparePairs(Array(pairs).fill([run, run]))).slice(1);
  assert.deepEqual(limits(3), []);
  assert.deepEqual(limits(4), [
    "Nothing can be settled here: with 7 speakers and Holm's correction over 4 pairs, no difference can have a p of Wilcoxon's test below 0.063.",
  ]);
  assert.deepEqual(comparisonLimits([]), []);
});

test("runs that differ by their seed alone are told together, with mean and spread", async () => {
  const subject = toySubject(1);
  const runs = [];
  for (const seed of [2, 0, 1]) {
    const choice = { model: "mlp", search: false, seed, options: { epochs: 2 } };
    runs.push(await evaluated(subject, choice, newFolder()));
  }
  const other = await evaluated(subject, settings, newFolder());
  const [spread, ...more] = seedSpread([...runs, other]);
  const uars = runs.map(({ record }) => record.metrics.uar.value);
  assert.equal(more.length, 0);
  assert.deepEqual([spread.recipe, spread.seeds], ["toy mlp epochs 2", [0, 1, 2]]);
  assert.deepEqual([spread.lowest, spread.highest], [Math.min(...uars), Math.max(...uars)]);
  assert.ok(Math.abs(spread.mean - (uars[0] + uars[1] + uars[2]) / 3) < 1e-12);
  assert.match(
    comparisonText([...runs, other]),
    /toy mlp epochs 2: UAR 0\.\d+ on average over the seeds 0, 1, 2/,
  );
  assert.equal(runName({ ...runs[0].record.settings, folds: "loso" }), "toy_mlp_loso_seed-2");
});

test("a run of other numbers, or from before they were counted, is not taken for the plan's", async () => {
  const folder = newFolder();
  const plan = { ...(await planExperiment(toySubject(), settings)), folder };
  const run = await runExperiment(plan, folder, { workers: 1 });
  const now = run.record.numbers["svm-linear"];
  assert.deepEqual(findRun(plan), run);
  const { numbers: _, ...uncounted } = run.record;
  for (const record of [uncounted, { ...uncounted, numbers: { "svm-linear": now + 1 } }]) {
    writeFileSync(join(folder, "run.json"), JSON.stringify(record));
    assert.equal(findRun(plan), undefined);
  }
});

test("a folder without a run is refused in one sentence", () => {
  assert.throws(() => readRun("nowhere"), /nowhere holds no run: run\.json is missing/);
});

test("a damaged run is refused in one sentence that says what to do", async () => {
  const folder = newFolder();
  const { record } = await evaluated(toySubject(), settings, folder);
  const cure = "remove its folder and run ser evaluate again";
  for (const text of ["{", '{"format":1}']) {
    writeFileSync(join(folder, "run.json"), text);
    assert.throws(() => readRun(folder), new RegExp(`run.json is damaged: .*; ${cure}`));
  }
  writeFileSync(join(folder, "run.json"), JSON.stringify(record));
  writeFileSync(
    join(folder, "predictions.csv"),
    "file,fold,speaker,emotion,predicted\nr0,s0,s0,anger,anger\n",
  );
  assert.throws(() => readRun(folder), new RegExp(`the column "p_anger" is missing; ${cure}`));
  rmSync(join(folder, "predictions.csv"));
  assert.throws(() => readRun(folder), new RegExp(`predictions.csv is missing; ${cure}`));
});

test("a run in which one byte of either file has changed is told, not believed", async () => {
  const folder = newFolder();
  await evaluated(toySubject(), settings, folder);
  const draw = random(13);
  for (const name of ["run.json", "predictions.csv"]) {
    const path = join(folder, name);
    const whole = readFileSync(path);
    for (let i = 0; i < 100; i++) {
      const bytes = Buffer.from(whole);
      const at = draw.integer(bytes.length);
      bytes[at] = /\d/.test(String.fromCharCode(bytes[at])) ? 48 + ((bytes[at] - 47) % 10) : bytes[at] ^ 1;
      writeFileSync(path, bytes);
      const differs = name === "predictions.csv" || !sameJson(bytes, whole);
      if (differs)
        assert.throws(() => readRun(folder), /is damaged: [^\n]*; remove its folder|column/, `${name} ${at}`);
    }
    writeFileSync(path, whole);
  }
  readRun(folder);
});

/** White space is not the run's, and a key that was hit may be that of the digest. */
function sameJson(changed: Uint8Array, whole: Uint8Array): boolean {
  try {
    const [is, was] = [changed, whole].map((bytes) => JSON.parse(String(Buffer.from(bytes))));
    return is.digest === undefined || JSON.stringify(is) === JSON.stringify(was);
  } catch {
    return false;
  }
}

test("of 300 mutated run.json each is refused in one sentence, or can still be compared", async () => {
  const folder = newFolder();
  const { record } = await evaluated(toySubject(), settings, folder);
  const draw = random(7);
  let refused = 0;
  for (let i = 0; i < 300; i++) {
    const changed = mutated(record, draw);
    writeFileSync(join(folder, "run.json"), JSON.stringify(changed));
    try {
      scoresText([readRun(folder)]);
    } catch (error) {
      refused++;
      assert.ok(error instanceof InputError, `${(error as Error).stack}\n${JSON.stringify(changed)}`);
      assert.match(error.message, /^\S+(run\.json|predictions\.csv)\b[^\n]*; remove its folder and run/);
    }
  }
  assert.ok(refused > 200, `${refused} refused`);
});

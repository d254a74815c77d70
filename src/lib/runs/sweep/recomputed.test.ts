import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { after, before, mock, test } from "node:test";
import { makeSyntheticCorpus } from "../../corpus/adapters/make-synthetic-corpus";
import { requireHealthy } from "../../corpus/health/require-healthy";
import { openCorpus } from "../../corpus/open-corpus";
import { FeatureCache, type RowKey } from "../../dataset/cache/feature-cache";
import { runOf } from "../experiment";
import { corpusSubject } from "../experiment-subject";
import { FoldFiles } from "../fold-files";
import { readExperimentFile } from "./experiment-file";
import { listOf } from "./list-of";
import { planSweep } from "./plan-sweep";
import { runMatrices } from "./run-matrices";

const scratch = mkdtempSync(join(tmpdir(), "recomputed-"));
const RECORDINGS = 12;
const FOLDS = 3;
const base = {
  corpora: [{ corpus: "one" }],
  features: ["librosa-v1"],
  models: [{ model: "svm-linear", options: { C: 1 }, search: false }, "knn"],
};

before(async () => {
  process.env.SER_CACHE = join(scratch, "cache");
  for (const name of ["one", "two"])
    await makeSyntheticCorpus(join(scratch, name), { speakers: 3, texts: 2, emotions: 2 });
});
after(() => rmSync(scratch, { recursive: true }));

const opened = async (name: string) =>
  requireHealthy(await openCorpus(join(scratch, name)), { purpose: "evaluate" }).corpus;

/** Does an experiment as `ser run` does, on corpora that are opened anew. */
async function sweep(settings: object, out: string): Promise<string[]> {
  const path = join(scratch, "experiment.json");
  writeFileSync(path, JSON.stringify(settings));
  const file = readExperimentFile(path);
  const corpora = await Promise.all(
    listOf(file.corpora).map((one) => opened(basename((one as { corpus: string }).corpus))),
  );
  const features = listOf(file.features ?? []);
  const subjects = corpora.flatMap((corpus) => features.map((set) => corpusSubject(corpus, set)));
  const stress = { stress: file.stress as string[] };
  const { plans } = await planSweep(subjects, file, file.stress ? stress : {});
  const folders = plans.map(({ folder, subject }) => join(scratch, out, subject.name, basename(folder)));
  for (const [i, plan] of plans.entries()) await runOf({ ...plan, folder: folders[i] }, { workers: 1 });
  await runMatrices(corpora, file, { workers: 1, out: join(scratch, out) });
  return folders;
}

/** How many rows are extracted, and how many folds are computed for each run. */
async function counted(settings: object) {
  let rows = 0;
  const folds: Record<string, number> = {};
  const { put: keepRows } = FeatureCache.prototype;
  const { put: keepFold } = FoldFiles.prototype;
  const mocks = [
    mock.method(
      FeatureCache.prototype,
      "put",
      function (this: FeatureCache, ...[given]: [[RowKey, never][]]) {
        rows += given.length;
        return keepRows.call(this, given);
      },
    ),
    mock.method(FoldFiles.prototype, "put", function (this: FoldFiles, ...given: [number, never]) {
      const run = basename(dirname((this as unknown as { folder: string }).folder));
      folds[run] = (folds[run] ?? 0) + 1;
      return keepFold.apply(this, given);
    }),
  ];
  try {
    await sweep(settings, "counted");
  } finally {
    for (const { mock: counter } of mocks) counter.restore();
  }
  return { rows, folds };
}

const svm = "librosa-v1_svm-linear_loso_options-";
const withC = (C: number) => ({ model: "svm-linear", options: { C }, search: false });

test("changing one setting of an experiment computes only what depends on it", async (t) => {
  const first = await counted(base);
  assert.equal(first.rows, RECORDINGS);
  const [tuned] = Object.keys(first.folds).filter((run) => run.startsWith(svm));
  assert.deepEqual(first.folds, { [tuned]: FOLDS, "librosa-v1_knn_loso": FOLDS });

  await t.test("nothing, where nothing changed", async () => {
    assert.deepEqual(await counted(base), { rows: 0, folds: {} });
  });
  await t.test("an option of one model: its folds alone", async () => {
    const { rows, folds } = await counted({ ...base, models: [withC(0.1), "knn"] });
    const [[run, count], ...others] = Object.entries(folds);
    assert.deepEqual([rows, count, others], [0, FOLDS, []]);
    assert.ok(run.startsWith(svm) && run !== tuned);
  });
  await t.test("a model more: its folds alone", async () => {
    const changed = await counted({ ...base, models: [...base.models, "majority"] });
    assert.deepEqual(changed, { rows: 0, folds: { "librosa-v1_majority_loso": FOLDS } });
  });
  await t.test("a feature set more: its rows, and the folds on them", async () => {
    const { rows, folds } = await counted({ ...base, features: ["librosa-v1", "meyda-v1"] });
    assert.equal(rows, RECORDINGS);
    assert.deepEqual(Object.values(folds), [FOLDS, FOLDS]);
    assert.ok(Object.keys(folds).every((run) => run.startsWith("meyda-v1_")));
  });
  await t.test("a seed more: the folds of that seed", async () => {
    const { rows, folds } = await counted({ ...base, seeds: [0, 1] });
    assert.deepEqual([rows, Object.values(folds)], [0, [FOLDS, FOLDS]]);
    assert.ok(Object.keys(folds).every((run) => /_seed-1(_options|$)/.test(run)));
  });
  await t.test("a normalisation more: its folds", async () => {
    const { rows, folds } = await counted({ ...base, normalize: ["train", "speaker"] });
    assert.deepEqual([rows, Object.values(folds)], [0, [FOLDS, FOLDS]]);
  });
  await t.test("copies to learn from: their rows, and the folds that learn from them", async () => {
    const { rows, folds } = await counted({ ...base, augment: [[], ["gain"]] });
    assert.deepEqual([rows, Object.values(folds)], [RECORDINGS, [FOLDS, FOLDS]]);
    assert.ok(Object.keys(folds).every((run) => run.includes("_gain")));
  });
  await t.test("scores by groups: nothing, as the predictions are there", async () => {
    assert.deepEqual(await counted({ ...base, groups: ["sex"] }), { rows: 0, folds: {} });
  });
  await t.test("a corpus more: its own", async () => {
    const { rows, folds } = await counted({ ...base, corpora: [{ corpus: "one" }, { corpus: "two" }] });
    // The second corpus holds the same sounds, which the cache knows by their bytes.
    assert.deepEqual([rows, Object.values(folds)], [0, [FOLDS, FOLDS]]);
  });
  await t.test("the matrix: its cells, once", async () => {
    const across = {
      ...base,
      corpora: [{ corpus: "one" }, { corpus: "two" }],
      models: "knn",
      cross: true,
    };
    const cells = { "within-one": FOLDS, "one-to-two": 1, "two-to-one": 1, "within-two": FOLDS };
    assert.deepEqual(await counted(across), { rows: 0, folds: cells });
    assert.deepEqual(await counted(across), { rows: 0, folds: {} });
  });
});

test("scores by groups that are added later leave the bytes of a run that had them from the start", async () => {
  const settings = { ...base, models: "knn" };
  const [later] = await sweep(settings, "later");
  await sweep({ ...settings, groups: ["sex"] }, "later");
  const [whole] = await sweep({ ...settings, groups: ["sex"] }, "whole");
  for (const file of ["run.json", "predictions.csv"])
    assert.equal(readFileSync(join(later, file), "utf8"), readFileSync(join(whole, file), "utf8"), file);
  assert.match(readFileSync(join(whole, "run.json"), "utf8"), /"column": "sex"/);
});

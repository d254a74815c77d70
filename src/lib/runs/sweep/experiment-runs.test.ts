import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { makeSyntheticCorpus } from "../../corpus/adapters/make-synthetic-corpus";
import { requireHealthy } from "../../corpus/health/require-healthy";
import { openCorpus } from "../../corpus/open-corpus";
import { labelOf } from "../label-of";
import { resultsFolder } from "../run-folder";
import { experimentRuns } from "./experiment-runs";

const scratch = mkdtempSync(join(tmpdir(), "experiment-runs-"));
const name = `test-experiment-runs-${process.pid}`;
before(async () => {
  process.env.SER_CACHE = join(scratch, "cache");
  await makeSyntheticCorpus(join(scratch, "small"), { speakers: 3, texts: 3, emotions: 2 });
});
after(() => {
  for (const path of [scratch, resultsFolder(name)]) rmSync(path, { recursive: true, force: true });
});

async function runsOf(settings: object) {
  const path = join(scratch, "experiment.json");
  writeFileSync(path, JSON.stringify({ corpora: "small", features: "librosa-v1", ...settings }));
  const opened = await openCorpus(join(scratch, "small"), { name });
  const { corpus } = requireHealthy(opened, { purpose: "evaluate" });
  return experimentRuns(path, corpus, { workers: 1 });
}

test("the runs of an experiment: honest ones of one kind of folds side by side, seeds once, leaking ones apart", async () => {
  const folds = ["random-3", "loso", "group-2"];
  const models = ["majority", { model: "knn", options: { neighbours: 3 } }, "knn"];
  const { honest, leaking, comparable } = await runsOf({ models, folds, seeds: [2, 1] });
  const foldsOf = (runs: typeof honest) => [...new Set(runs.map(({ record }) => record.settings.folds))];
  assert.deepEqual([honest.length, foldsOf(honest).sort()], [12, ["group-2", "loso"]]);
  assert.deepEqual([leaking.length, foldsOf(leaking)], [6, ["random-3"]]);
  const labels = comparable.map((run) => labelOf(run));
  assert.equal(labels[0], "librosa-v1 majority seed 1");
  const others = ["librosa-v1 knn neighbours 3 seed 1", "librosa-v1 knn seed 1"];
  assert.deepEqual(labels.slice(1).sort(), others);
});

test("an experiment without honest folds ranks nothing, and says so", async () => {
  await assert.rejects(
    runsOf({ models: "majority", folds: "random-3" }),
    /none of its folds hold speakers out/,
  );
});

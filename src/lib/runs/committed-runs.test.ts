import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { requireHealthy } from "../corpus/health/require-healthy";
import { openCorpus } from "../corpus/open-corpus";
import { projectRoot } from "../disk/paths";
import { runExperiment } from "./experiment";
import { planExperiment } from "./experiment-plan";
import { corpusSubject } from "./experiment-subject";
import { readRun } from "./run-files";

const scratch = mkdtempSync(join(tmpdir(), "committed-runs-"));
after(() => rmSync(scratch, { recursive: true }));

// A run's identity knows versions, not code: where numbers move within a version, committed runs
// must be made anew.
for (const name of ["egemaps-v02_svm-linear_loso", "librosa-v1_svm-rbf_loso"]) {
  test(`results/synthetic/runs/${name} is what this code gives`, async () => {
    const committed = readRun(join(projectRoot, "results/synthetic/runs", name));
    const { settings, corpus } = committed.record;
    const opened = await openCorpus(join(projectRoot, "data/synthetic"));
    const { corpus: healthy } = requireHealthy(opened, { purpose: "evaluate" });
    const subject = corpusSubject(healthy, settings.features);
    assert.equal(subject.fingerprint, corpus.fingerprint);
    const plan = await planExperiment(subject, settings);
    const { predictions } = await runExperiment(plan, join(scratch, name), { cache: false });
    const decided = (of: typeof predictions) => of.map(({ file, predicted }) => `${file} ${predicted}`);
    assert.deepEqual(decided(predictions), decided(committed.predictions));
    predictions.forEach(({ probabilities }, i) => {
      for (const [k, probability] of probabilities.entries()) {
        assert.ok(Math.abs(probability - committed.predictions[i].probabilities[k]) < 1e-6, `${i} ${k}`);
      }
    });
  });
}

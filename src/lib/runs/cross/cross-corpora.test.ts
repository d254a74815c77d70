import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { uar } from "../../evaluation/metrics/uar";
import type { Normalization } from "../../models/normalization/normalization";
import { evaluatePlan } from "../experiment";
import type { ExperimentPlan } from "../experiment-plan";
import { tableSubject } from "../experiment-subject";
import { planCross } from "./plan-cross";

interface Reference {
  /** Trained on the first, tested on the second. */
  readonly corpora: readonly {
    readonly rows: readonly number[][];
    readonly emotions: readonly string[];
    readonly speakers: readonly string[];
  }[];
  /** Orders of the second corpus's labels, as places in the sorted labels. */
  readonly shuffled: readonly number[][];
  readonly decisions: readonly {
    readonly model: string;
    readonly normalize: Normalization;
    readonly predicted: readonly string[];
    readonly uar: number;
    readonly shuffledUar: number;
  }[];
}

const reference = JSON.parse(
  readFileSync(join(__dirname, "cross-corpora.reference.json"), "utf8"),
) as Reference;

const options: Readonly<Record<string, Record<string, number | string>>> = {
  lda: { shrinkage: 0.3 },
  logistic: { C: 0.5 },
  knn: { neighbours: 5 },
  "svm-linear": { C: 1 },
  "svm-rbf": { C: 10, gamma: "scale" },
};

function entry(name: string, { rows, emotions, speakers }: Reference["corpora"][number]) {
  const recordings = emotions.map((emotion, i) => ({
    file: `${String(i).padStart(3, "0")}.wav`,
    speaker: speakers[i],
    emotion,
  }));
  const columns = rows[0].map((_, k) => `c${k}`);
  const table = { set: name, columns, recordings, rows: rows.map((row) => Float64Array.from(row)) };
  return { subject: { ...tableSubject(table), features: "drawn" }, languages: [], leftOut: {} };
}

/** The cell of the matrix that is trained on the first corpus and tested on the second. */
async function decisionsOf(model: string, normalize: Normalization) {
  const entries = ["a", "b"].map((name, i) => entry(name, reference.corpora[i]));
  const choice = { model, normalize, search: false, options: options[model] };
  const [{ cells }] = (await planCross(entries, choice, { folder: "nowhere" })).rows;
  return evaluatePlan(cells[1].plan as ExperimentPlan, { workers: 1 });
}

for (const { model, normalize, ...expected } of reference.decisions) {
  test(`${model} decides across corpora as scikit-learn does, normalised by ${normalize}`, async () => {
    const { record, predictions } = await decisionsOf(model, normalize);
    const predicted = predictions.map((one) => one.predicted);
    assert.deepEqual(predicted, expected.predicted);
    assert.ok(Math.abs(record.metrics.uar.value - expected.uar) < 1e-12);
    const labels = ["anger", "joy", "sadness"];
    const scores = reference.shuffled.map((order) =>
      uar(
        order.map((place) => labels[place]),
        predicted,
      ),
    );
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    assert.ok(Math.abs(mean - expected.shuffledUar) < 1e-12, "the same mean over shuffled labels");
    assert.ok(Math.abs(mean - 1 / 3) < 0.02, `shuffled labels give chance, not ${mean}`);
  });
}

import assert from "node:assert/strict";
import { test } from "node:test";
import reference from "../classifiers.reference.json";
import { SupportVectorClassifier } from "./support-vector-classifier";

/** What the test uses of libsvm-js, which has no types. */
interface Libsvm {
  new (
    options: Readonly<Record<string, unknown>>,
  ): {
    train(rows: readonly number[][], labels: readonly number[]): void;
    predict(rows: readonly number[][]): number[];
    free(): void;
  };
  readonly SVM_TYPES: Readonly<Record<string, number>>;
  readonly KERNEL_TYPES: Readonly<Record<string, number>>;
}

const names = [...new Set(reference.labels)].sort();
// LIBSVM numbers classes by first appearance, so its vote ties follow label order only on rows
// sorted by label.
const order = reference.labels
  .map((_, i) => i)
  .sort((a, b) => names.indexOf(reference.labels[a]) - names.indexOf(reference.labels[b]));
const rows = order.map((i) => reference.rows[i]);
const labels = order.map((i) => reference.labels[i]);

for (const [kernel, C, gamma] of [
  ["linear", 0.5, 1],
  ["rbf", 5, 0.3],
] as const) {
  test(`LIBSVM ${kernel} labels the same`, async () => {
    const Svm: Libsvm = await require("libsvm-js");
    const foreign = new Svm({
      type: Svm.SVM_TYPES.C_SVC,
      kernel: Svm.KERNEL_TYPES[kernel === "linear" ? "LINEAR" : "RBF"],
      cost: C,
      gamma,
      quiet: true,
    });
    foreign.train(
      rows,
      labels.map((label) => names.indexOf(label)),
    );
    const expected = foreign.predict(reference.rows).map((c) => names[c]);
    foreign.free();
    const ownRows = rows.map((row) => Float64Array.from(row));
    const own = await new SupportVectorClassifier({ kernel, C, gamma }).fit(ownRows, labels);
    const predictions = await own.predict(reference.rows.map((row) => Float64Array.from(row)));
    assert.deepEqual(
      predictions.map(({ label }) => label),
      expected,
    );
  });
}

import assert from "node:assert/strict";
import { test } from "node:test";
import { slowFitWarning } from "./slow-fit-warning";

test("what takes hours is told, with what to take instead; what takes minutes is not", () => {
  assert.match(
    slowFitWarning("svm-linear", 100_000, 10) ?? "",
    /100000 rows takes about 8 hours; lda or logistic/,
  );
  assert.equal(slowFitWarning("svm-linear", 5000, 10), undefined);
  assert.equal(slowFitWarning("lda", 1_000_000, 10), undefined);
});

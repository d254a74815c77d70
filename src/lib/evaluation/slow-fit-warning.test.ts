import assert from "node:assert/strict";
import { test } from "node:test";
import { slowFitWarning } from "./slow-fit-warning";

const tenFolds = (model: string, recordings: number, options = {}) =>
  slowFitWarning({ model, recordings, options, folds: 10 }) ?? "";

test("what takes hours is told, with what to take instead; what takes minutes is not", () => {
  assert.match(tenFolds("svm-linear", 100_000), /100000 recordings takes about 8 hours .+; lda or logistic/);
  assert.equal(tenFolds("svm-linear", 5000), "");
  assert.equal(tenFolds("lda", 1_000_000), "");
});

test("networks grow with recordings, epochs and members", () => {
  assert.match(tenFolds("cnn", 50_000), /about 11 hours .+; fewer epochs or one member take less, lda/);
  assert.match(tenFolds("cnn", 50_000, { members: 1 }), /about 5 hours/);
  assert.equal(tenFolds("cnn", 50_000, { members: 1, epochs: 3 }), "");
  assert.equal(tenFolds("mlp", 5000), "");
});

import assert from "node:assert/strict";
import { test } from "node:test";
import { random } from "../../numbers/random";
import { modelSettings } from "../cross-validate";
import { makeFolds } from "../folds/folds";
import { permutationImportance } from "./permutation-importance";

const source = random(3);
const recordings = Array.from({ length: 48 }, (_, i) => ({
  file: `${i}.wav`,
  speaker: `s${i % 4}`,
  emotion: i % 3 ? "neutral" : "anger",
}));
/** The first column tells the emotion, the two others are noise. */
const rows = recordings.map(({ emotion }) =>
  Float64Array.of((emotion === "anger" ? 4 : 0) + 0.3 * source.normal(), source.normal(), source.normal()),
);
const table = { set: "made-v1", columns: ["tells", "noise0", "noise1"], recordings, rows };
const groups = [
  { name: "noise", columns: [1, 2] },
  { name: "tells", columns: [0] },
];

test("the group that tells the emotion comes first and the noise is not missed; the same seed gives the same numbers", async () => {
  const folds = makeFolds("loso", recordings, 0);
  const settings = modelSettings({ model: "svm-linear", search: false });
  const importance = await permutationImportance(table, folds, settings, groups);
  assert.equal(importance[0].name, "tells");
  assert.ok(importance[0].loss > 0.25, `loss ${importance[0].loss}`);
  assert.ok(Math.abs(importance[1].loss) < 0.05, `loss ${importance[1].loss}`);
  assert.ok(importance.every(({ low, loss, high }) => low <= loss && loss <= high));
  assert.deepEqual(await permutationImportance(table, folds, settings, groups), importance);
});

test("recordings that no fold tests do not dilute the loss", async () => {
  const [fold] = makeFolds("loso", recordings, 0);
  const settings = modelSettings({ model: "svm-linear", search: false });
  const [{ name, loss }] = await permutationImportance(table, [fold], settings, groups);
  assert.equal(name, "tells");
  assert.ok(loss > 0.25, `loss ${loss}`);
});

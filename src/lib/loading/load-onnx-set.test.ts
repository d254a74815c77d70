import assert from "node:assert/strict";
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { loadFeatureSet } from "./load-feature-set";
import { onnxMissing } from "./onnx-missing.fixture";

const folder = mkdtempSync(join(tmpdir(), "ser-onnx-"));
after(() => rmSync(folder, { recursive: true }));

const settings = {
  model: "pair-encoder.onnx",
  input: "samples",
  output: "states",
  sampleRate: 4,
  pooling: ["mean", "std"],
};

/** Beside a copy of the model writes its JSON, changed as told, and returns the name of the set. */
function door(changes: object = {}): string {
  const path = join(folder, `${Object.values(changes).join("-") || "tiny"}.json`);
  copyFileSync(join(__dirname, "pair-encoder.fixture.onnx"), join(folder, settings.model));
  writeFileSync(path, JSON.stringify({ ...settings, ...changes }));
  return `onnx:${path}`;
}

test("an encoder's output is pooled over time", { skip: onnxMissing }, async () => {
  const set = await loadFeatureSet(door());
  assert.ok(set.kind === "vector");
  assert.deepEqual(set.columns, ["mean0", "mean1", "std0", "std1"]);
  // The model gives for each pair of samples their sum and their difference.
  const row = await set.extract({ samples: Float32Array.of(1, 2, 3, 5), sampleRate: 4 });
  assert.deepEqual([...row], [5.5, -1.5, 2.5, 0.5]);
});

test("standard normalization takes level and offset away", { skip: onnxMissing }, async () => {
  const set = await loadFeatureSet(door({ normalize: "standard" }));
  assert.ok(set.kind === "vector");
  const quiet = await set.extract({ samples: Float32Array.of(1, 2, 3, 5), sampleRate: 4 });
  const loud = await set.extract({ samples: Float32Array.of(11, 21, 31, 51), sampleRate: 4 });
  quiet.forEach((value, i) => {
    assert.ok(Math.abs(value - loud[i]) < 1e-5);
  });
});

test("the name vouches for the model", { skip: onnxMissing }, async () => {
  const { name } = await loadFeatureSet(door());
  assert.match(name, /^onnx:.*tiny\.json#[0-9a-f]{8}$/);
  assert.equal((await loadFeatureSet(name)).name, name);
  await assert.rejects(
    loadFeatureSet(`${door()}#00000000`),
    /has changed: its digest is \w{8}, 00000000 was expected/,
  );
});

test("names that the model does not have are refused", { skip: onnxMissing }, async () => {
  await assert.rejects(
    loadFeatureSet(door({ output: "embeddings" })),
    /no output "embeddings", it has states/,
  );
  await assert.rejects(loadFeatureSet(door({ input: "x" })), /no input "x", it has samples/);
});

test("settings that are wrong are refused with file and field", async () => {
  await assert.rejects(
    loadFeatureSet(door({ sampleRate: 0 })),
    /0\.json: sampleRate=0 must be a positive number of Hz/,
  );
  await assert.rejects(loadFeatureSet(door({ pooling: ["max"] })), /pooling="max" must be one of mean, std/);
  await assert.rejects(loadFeatureSet(door({ layer: 3 })), /field "layer" is unknown/);
  await assert.rejects(loadFeatureSet(door({ model: "gone.onnx" })), /model .*gone\.onnx cannot be read/);
  await assert.rejects(
    loadFeatureSet(`onnx:${join(folder, "gone.json")}`),
    /gone\.json: the file is missing/,
  );
});

test("without the optional package one sentence tells how to install it", {
  skip: !onnxMissing && "onnxruntime-node is installed",
}, async () => {
  await assert.rejects(
    loadFeatureSet(door()),
    /ONNXRUNTIME_NODE_INSTALL=skip npm install --no-save onnxruntime-node@1\.30\.0/,
  );
});

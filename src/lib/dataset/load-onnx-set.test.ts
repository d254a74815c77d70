import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { loadFeatureSet } from "./load-feature-set";

const folder = mkdtempSync(join(tmpdir(), "ser-onnx-"));
after(() => rmSync(folder, { recursive: true }));

const installed = isInstalled("onnxruntime-node");
const missing = installed
  ? false
  : "onnxruntime-node is not installed: ONNXRUNTIME_NODE_INSTALL=skip npm install --no-save onnxruntime-node@1.30.0";

const settings = {
  model: "tiny.onnx",
  input: "samples",
  output: "states",
  sampleRate: 4,
  pooling: ["mean", "std"],
};

/** Writes the model and its JSON, changed as told, and returns the name of the set. */
function door(changes: object = {}): string {
  const path = join(folder, `${Object.values(changes).join("-") || "tiny"}.json`);
  writeFileSync(join(folder, "tiny.onnx"), tinyModel());
  writeFileSync(path, JSON.stringify({ ...settings, ...changes }));
  return `onnx:${path}`;
}

test("an encoder's output is pooled over time", { skip: missing }, async () => {
  const set = await loadFeatureSet(door());
  assert.ok(set.kind === "vector");
  assert.deepEqual(set.columns, ["mean0", "mean1", "std0", "std1"]);
  // The model gives for each pair of samples their sum and their difference.
  const row = await set.extract({ samples: Float32Array.of(1, 2, 3, 5), sampleRate: 4 });
  assert.deepEqual([...row], [5.5, -1.5, 2.5, 0.5]);
});

test("standard normalization takes level and offset away", { skip: missing }, async () => {
  const set = await loadFeatureSet(door({ normalize: "standard" }));
  assert.ok(set.kind === "vector");
  const quiet = await set.extract({ samples: Float32Array.of(1, 2, 3, 5), sampleRate: 4 });
  const loud = await set.extract({ samples: Float32Array.of(11, 21, 31, 51), sampleRate: 4 });
  quiet.forEach((value, i) => {
    assert.ok(Math.abs(value - loud[i]) < 1e-5);
  });
});

test("the name vouches for the model", { skip: missing }, async () => {
  const { name } = await loadFeatureSet(door());
  assert.match(name, /^onnx:.*tiny\.json#[0-9a-f]{8}$/);
  assert.equal((await loadFeatureSet(name)).name, name);
  await assert.rejects(
    loadFeatureSet(`${door()}#00000000`),
    /has changed: its digest is \w{8}, 00000000 was expected/,
  );
});

test("names that the model does not have are refused", { skip: missing }, async () => {
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
    /gone\.json: cannot be read as JSON/,
  );
});

test("without the optional package one sentence tells how to install it", {
  skip: installed && "onnxruntime-node is installed",
}, async () => {
  await assert.rejects(
    loadFeatureSet(door()),
    /ONNXRUNTIME_NODE_INSTALL=skip npm install --no-save onnxruntime-node@1\.30\.0/,
  );
});

function isInstalled(name: string): boolean {
  try {
    createRequire(__filename).resolve(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * A model of three nodes, as protobuf (onnx.proto3): samples [1, n] -> Unsqueeze -> Conv (two filters over pairs: sum and difference) -> Transpose ->
 * states [1, n / 2, 2].
 */
function tinyModel(): Uint8Array {
  const node = (type: string, inputs: string[], output: string, ...attributes: number[][]) =>
    message(
      1,
      inputs.flatMap((name) => text(1, name)),
      text(2, output),
      text(4, type),
      ...attributes,
    );
  const integers = (name: string, values: number[]) =>
    message(
      5,
      text(1, name),
      values.flatMap((value) => number(8, value)),
      number(20, 7),
    );
  const tensor = (name: string, type: number, dims: number[], bytes: ArrayBuffer) =>
    message(
      5,
      dims.flatMap((dim) => number(1, dim)),
      number(2, type),
      text(8, name),
      bytesField(9, bytes),
    );
  const value = (field: number, name: string, dims: (number | string)[]) => {
    const shape = dims.map((dim) =>
      typeof dim === "number" ? message(1, number(1, dim)) : message(1, text(2, dim)),
    );
    return message(field, text(1, name), message(2, message(1, number(1, 1), message(2, shape.flat()))));
  };
  const graph = [
    node("Unsqueeze", ["samples", "axis"], "channel"),
    node("Conv", ["channel", "filters"], "columns", integers("strides", [2])),
    node("Transpose", ["columns"], "states", integers("perm", [0, 2, 1])),
    text(2, "tiny"),
    tensor("axis", 7, [1], BigInt64Array.of(1n).buffer as ArrayBuffer),
    tensor("filters", 1, [2, 1, 2], Float32Array.of(1, 1, 1, -1).buffer as ArrayBuffer),
    value(11, "samples", [1, "n"]),
    value(12, "states", [1, "frames", 2]),
  ];
  return Uint8Array.from([
    ...number(1, 8),
    ...message(8, text(1, ""), number(2, 13)),
    ...message(7, ...graph),
  ]);
}

function message(field: number, ...parts: number[][]): number[] {
  const content = parts.flat();
  return [...varint(field * 8 + 2), ...varint(content.length), ...content];
}

function number(field: number, value: number): number[] {
  return [...varint(field * 8), ...varint(value)];
}

function text(field: number, value: string): number[] {
  return message(field, [...new TextEncoder().encode(value)]);
}

function bytesField(field: number, bytes: ArrayBuffer): number[] {
  return message(field, [...new Uint8Array(bytes)]);
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}

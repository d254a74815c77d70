import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { Row } from "../features/row";
import { FeatureCache } from "./feature-cache";

const audio = "ab".repeat(32);
const vector = Float64Array.of(0.1, -2.5e-9, 3);
const vectorKey = { audio, set: "toy-v1", numbers: { "toy-v1": 1 }, columns: ["a", "b", "c"] };
const matrix = { rows: 3, columns: 2, data: Float32Array.of(0.1, 1, 2, 3, 4, 5) };
const matrixKey = {
  audio,
  set: "toy-matrix-v1",
  numbers: { "toy-matrix-v1": 1 },
  columns: ["band0", "band1"],
};

const newFolder = () => mkdtempSync(join(tmpdir(), "feature-cache-"));

function onlyFile(folder: string): string {
  const [name] = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return join(name.parentPath, name.name);
}

for (const [kind, key, row] of [
  ["vector", vectorKey, vector],
  ["matrix", matrixKey, matrix],
] as const) {
  test(`a ${kind} comes back bit for bit`, async () => {
    const cache = new FeatureCache(newFolder());
    cache.put(key, row as Row);
    assert.deepEqual(await cache.get(key), row);
  });

  test(`a damaged ${kind} counts as missing, whichever byte is hit`, async () => {
    const folder = newFolder();
    const cache = new FeatureCache(folder);
    cache.put(key, row as Row);
    const path = onlyFile(folder);
    const whole = readFileSync(path);
    const valueByte = whole.indexOf(
      Buffer.from(row instanceof Float64Array ? row.buffer.slice(16) : row.data.buffer.slice(0, 4)),
    );
    for (const damaged of [whole.subarray(0, whole.length - 9), Buffer.alloc(0), flipped(whole, valueByte)]) {
      writeFileSync(path, damaged);
      assert.equal(await cache.get(key), undefined);
    }
  });
}

test("an entry of another recording, set or column list is not taken", async () => {
  const folder = newFolder();
  const cache = new FeatureCache(folder);
  cache.put(vectorKey, vector);
  assert.equal(await cache.get({ ...vectorKey, audio: "cd".repeat(32) }), undefined);
  assert.equal(await cache.get({ ...vectorKey, set: "toy-v2" }), undefined);
  assert.equal(await cache.get({ ...vectorKey, numbers: { "toy-v1": 2 } }), undefined);
  assert.equal(await cache.get({ ...vectorKey, columns: ["a", "b", "x"] }), undefined);
});

test("a row of a resampled recording stands beside that of the recording as it is", async () => {
  const cache = new FeatureCache(newFolder());
  const resampled = { ...vectorKey, sampleRate: 8000 };
  cache.put(resampled, vector);
  assert.equal(await cache.get(vectorKey), undefined);
  assert.equal(await cache.get({ ...vectorKey, sampleRate: 16000 }), undefined);
  cache.put(vectorKey, Float64Array.of(4, 5, 6));
  assert.deepEqual(await cache.get(resampled), vector);
});

test("writing leaves no temporary file", () => {
  const folder = newFolder();
  new FeatureCache(folder).put(vectorKey, vector);
  assert.match(onlyFile(folder), /\.parquet$/);
});

function flipped(bytes: Buffer, at: number): Buffer {
  assert.ok(at >= 0, "the value stands in the file as it is");
  const copy = Buffer.from(bytes);
  copy[at] ^= 1;
  return copy;
}

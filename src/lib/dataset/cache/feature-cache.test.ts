import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import type { Row } from "../../features/row";
import { FeatureCache } from "./feature-cache";

const audio = "ab".repeat(32);
const ofVectors = { set: "toy-v1", numbers: { "toy-v1": 1 }, columns: ["a", "b", "c"] };
const ofMatrices = { set: "toy-matrix-v1", numbers: { "toy-matrix-v1": 1 }, columns: ["band0", "band1"] };
const vector = Float64Array.of(0.1, -2.5e-9, 3);
const matrix = { rows: 3, columns: 2, data: Float32Array.of(0.1, 1, 2, 3, 4, 5) };

const newFolder = () => mkdtempSync(join(tmpdir(), "feature-cache-"));
const vectors = (folder: string) => new FeatureCache(ofVectors, "vector", folder);

function filesIn(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

for (const [kind, of, row] of [
  ["vector", ofVectors, vector],
  ["matrix", ofMatrices, matrix],
] as const) {
  test(`a ${kind} comes back bit for bit, now and in another process`, async () => {
    const folder = newFolder();
    const cache = new FeatureCache(of, kind, folder);
    cache.put([[{ audio }, row as Row]]);
    assert.deepEqual(await cache.get({ audio }), row);
    assert.deepEqual(await new FeatureCache(of, kind, folder).get({ audio }), row);
  });

  test(`a damaged ${kind} counts as missing, whichever byte is hit, until it is kept again`, async () => {
    const folder = newFolder();
    const cache = new FeatureCache(of, kind, folder);
    cache.put([[{ audio }, row as Row]]);
    const [path] = filesIn(folder);
    const whole = readFileSync(path);
    const values = row instanceof Float64Array ? row.buffer.slice(16) : row.data.buffer.slice(0, 4);
    const valueByte = whole.indexOf(Buffer.from(values));
    for (const damaged of [whole.subarray(0, whole.length - 9), Buffer.alloc(0), flipped(whole, valueByte)]) {
      writeFileSync(path, damaged);
      const later = new FeatureCache(of, kind, folder);
      assert.equal(await later.get({ audio }), undefined);
      cache.put([[{ audio }, row as Row]]);
      assert.deepEqual(await later.get({ audio }), row);
    }
  });
}

test("a row of another recording, set, version of numbers or column list is not taken", async () => {
  const folder = newFolder();
  vectors(folder).put([[{ audio }, vector]]);
  assert.equal(await vectors(folder).get({ audio: "cd".repeat(32) }), undefined);
  for (const change of [{ set: "toy-v2" }, { numbers: { "toy-v1": 2 } }, { columns: ["a", "b", "x"] }])
    assert.equal(
      await new FeatureCache({ ...ofVectors, ...change }, "vector", folder).get({ audio }),
      undefined,
    );
});

test("a row of a resampled recording stands beside that of the recording as it is", async () => {
  const cache = vectors(newFolder());
  cache.put([[{ audio, sampleRate: 8000 }, vector]]);
  assert.equal(await cache.get({ audio }), undefined);
  assert.equal(await cache.get({ audio, sampleRate: 16000 }), undefined);
  cache.put([[{ audio }, Float64Array.of(4, 5, 6)]]);
  assert.deepEqual(await cache.get({ audio, sampleRate: 8000 }), vector);
});

test("what is put together is one file, and no temporary one is left", () => {
  const folder = newFolder();
  vectors(folder).put([1, 2, 3].map((i) => [{ audio: String(i) }, vector]));
  assert.equal(filesIn(folder).length, 1);
  assert.match(filesIn(folder)[0], /\.parquet$/);
});

/** A folder of 40 files with two rows each; row i is i three times. */
function manyFiles(): string {
  const folder = newFolder();
  for (let i = 0; i < 80; i += 2) vectors(folder).put([i, i + 1].map((k) => [{ audio: `r${k}` }, rowOf(k)]));
  return folder;
}

const rowOf = (i: number) => Float64Array.of(i, i, i);

async function rowsFound(cache: FeatureCache): Promise<number> {
  let found = 0;
  for (let i = 0; i < 80; i++) {
    const row = await cache.get({ audio: `r${i}` });
    if (row) assert.deepEqual(row, rowOf(i));
    found += row ? 1 : 0;
  }
  return found;
}

test("many small files become one; who looked at them before finds their rows in it", async () => {
  const folder = manyFiles();
  const before = vectors(folder);
  assert.equal(await rowsFound(before), 80);
  await vectors(folder).merge();
  assert.equal(filesIn(folder).length, 1);
  assert.equal(await rowsFound(before), 80);
  assert.equal(await rowsFound(vectors(folder)), 80);
});

test("few files stay as they are", async () => {
  const folder = newFolder();
  for (let i = 0; i < 5; i++) vectors(folder).put([[{ audio: `r${i}` }, rowOf(i)]]);
  await vectors(folder).merge();
  assert.equal(filesIn(folder).length, 5);
});

test("a damaged value costs the rows of its group, and merging leaves them out", async () => {
  const folder = newFolder();
  vectors(folder).put(Array.from({ length: 80 }, (_, i) => [{ audio: `r${i}` }, rowOf(i)]));
  const [path] = filesIn(folder);
  const whole = readFileSync(path);
  writeFileSync(path, flipped(whole, whole.indexOf(Buffer.from(rowOf(70).buffer))));
  const cache = vectors(folder);
  assert.equal(await rowsFound(cache), 64);
  await cache.merge();
  assert.equal(await rowsFound(vectors(folder)), 64);
  cache.put(Array.from({ length: 16 }, (_, i) => [{ audio: `r${64 + i}` }, rowOf(64 + i)]));
  assert.equal(await rowsFound(cache), 80);
});

test("a file that another process removes meanwhile costs its rows, and nothing else", async () => {
  const folder = manyFiles();
  const cache = vectors(folder);
  await cache.get({ audio: "r0" });
  rmSync(filesIn(folder)[7]);
  assert.equal(await rowsFound(cache), 78);
});

function flipped(bytes: Buffer, at: number): Buffer {
  assert.ok(at >= 0, "the value stands in the file as it is");
  const copy = Buffer.from(bytes);
  copy[at] ^= 1;
  return copy;
}

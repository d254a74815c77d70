import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { decodeWav } from "../audio/decode-wav";
import { projectRoot } from "../disk/paths";
import { loadFeatureSet } from "./load-feature-set";
import { loadVoiceWeights, voiceWeightsPath } from "./load-voice-weights";

const shared = join(projectRoot, "..", "shared");
const missing =
  (existsSync(shared) ? undefined : "shared/ is missing: no recordings and tables to compare with") ??
  (existsSync(voiceWeightsPath())
    ? undefined
    : "the voice encoder's weights are not in the cache: run `npm run ser -- extract --features voice-v1` once");

/** The first rows of the peers' table, every `step`-th. */
function peerRows(corpus: string, step: number, count: number) {
  const lines = readFileSync(join(shared, "reference", "features", `${corpus}_voice.csv`), "utf8").split(
    "\n",
  );
  const rows = Array.from({ length: count }, (_, i) => lines[1 + i * step].split(","));
  return {
    columns: lines[0].split(",").slice(1),
    rows: rows.map(([file, ...values]) => ({ file, values: values.map(Number) })),
  };
}

async function extracted(folder: string, files: readonly string[]): Promise<Float64Array[]> {
  const set = await loadFeatureSet("voice-v1");
  assert.ok(set.kind === "vector" && set.extractMany);
  return set.extractMany(
    files.map((file) => decodeWav(readFileSync(join(shared, "corpora", folder, file)), file)),
  );
}

test("on EMO-DB voice-v1 is the peers' table, up to its rounding to six digits", {
  skip: missing,
}, async () => {
  const { columns, rows } = peerRows("emodb", 37, 8);
  assert.deepEqual((await loadFeatureSet("voice-v1")).columns, columns);
  const got = await extracted(
    "emodb/wav",
    rows.map(({ file }) => file),
  );
  rows.forEach(({ file, values }, r) => {
    values.forEach((value, i) => {
      const difference = Math.abs(got[r][i] - value);
      assert.ok(difference <= 1e-5, `${file} ${columns[i]}: ${got[r][i]}, the peer has ${value}`);
    });
  });
});

test("on URDU, resampled from 44.1 kHz, every column correlates with the peers'", {
  skip: missing,
}, async () => {
  const { columns, rows } = peerRows("urdu", 33, 12);
  const got = await extracted(
    "urdu",
    rows.map(({ file }) => file),
  );
  const correlations = columns.map((_, i) =>
    correlation(
      rows.map(({ values }) => values[i]),
      got.map((row) => row[i]),
    ),
  );
  correlations.forEach((r, i) => {
    assert.ok(r >= 0.99, `${columns[i]}: r = ${r}`);
  });
  assert.ok(correlations.sort((a, b) => a - b)[columns.length / 2] >= 0.999);
});

test("a layer alone gives the columns that it has in the whole set", { skip: missing }, async () => {
  const set = await loadFeatureSet("voice-v1:layer2");
  assert.ok(set.kind === "vector");
  const { rows } = peerRows("emodb", 37, 1);
  const [whole] = await extracted("emodb/wav", [rows[0].file]);
  const wave = decodeWav(readFileSync(join(shared, "corpora", "emodb/wav", rows[0].file)), rows[0].file);
  assert.deepEqual(await set.extract(wave), whole.slice(512, 1024));
  assert.equal(set.columns[511], "layer2_std255");
});

test("without a way to PyPI one sentence says what is missing and what to do", async () => {
  await withCache(async () => {
    process.env.PIP_NO_INDEX = "1";
    await assert.rejects(
      loadVoiceWeights(),
      /PyPI package resemblyzer==0.1.4.*go online and run this once more, or copy/,
    );
    delete process.env.PIP_NO_INDEX;
  });
});

test("damaged weights are refused", async () => {
  await withCache(async () => {
    mkdirSync(dirname(voiceWeightsPath()), { recursive: true });
    writeFileSync(voiceWeightsPath(), "not weights");
    await assert.rejects(loadVoiceWeights(), /voice-v1.f32 is damaged .*: delete it and run this again/);
  });
});

/** Runs with a cache folder of its own. */
async function withCache(run: () => Promise<void>): Promise<void> {
  const before = process.env.SER_CACHE;
  const folder = mkdtempSync(join(tmpdir(), "ser-voice-"));
  process.env.SER_CACHE = folder;
  try {
    await run();
  } finally {
    if (before === undefined) delete process.env.SER_CACHE;
    else process.env.SER_CACHE = before;
    rmSync(folder, { recursive: true });
  }
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const centred = (values: readonly number[]) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.map((value) => value - mean);
  };
  const [x, y] = [centred(a), centred(b)];
  const product = (p: readonly number[], q: readonly number[]) =>
    p.reduce((sum, value, i) => sum + value * q[i], 0);
  return product(x, y) / Math.sqrt(product(x, x) * product(y, y));
}

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { test } from "node:test";
import Papa from "papaparse";
import { decodeWav } from "../../audio/decode-wav";
import { createLibrosaV1 } from "./librosa-v1";

const shared = resolve(__dirname, "../../../../../shared");
const everyNth = Number(process.env.LIBROSA_EVERY ?? 40);

/**
 * |difference| / (|reference| + a thousandth of the column's mean magnitude), of every value of every n-th
 * recording.
 */
function differences(corpus: string, folder: string): number[] {
  const text = readFileSync(`${shared}/reference/features/${corpus}_librosa.csv`, "utf8");
  const rows = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true }).data;
  const set = createLibrosaV1();
  const magnitudes = set.columns.map((column) =>
    rows.reduce((sum, row) => sum + Math.abs(+row[column]) / rows.length, 0),
  );
  return rows
    .filter((_, i) => i % everyNth === 0)
    .flatMap((row) => {
      const path = `${shared}/corpora/${folder}/${row.file}`;
      const values = set.extract(decodeWav(readFileSync(path), path)) as Float64Array;
      return set.columns.map(
        (column, i) => Math.abs(values[i] - +row[column]) / (Math.abs(+row[column]) + 1e-3 * magnitudes[i]),
      );
    });
}

for (const [corpus, folder] of [
  ["emodb", "emodb/wav"],
  ["urdu", "urdu"],
]) {
  const missing = !existsSync(`${shared}/corpora/${folder}`);
  test(`librosa-v1 of ${corpus} is librosa's`, {
    skip: missing && "shared/ is missing: no recordings to compare",
  }, () => {
    const sorted = differences(corpus, folder).sort((a, b) => a - b);
    const highest = sorted[Math.floor(0.999 * sorted.length)];
    assert.ok(highest <= 1e-3, `99.9th percentile ${highest}`);
  });
}

/**
 * How well our eGeMAPS agree with openSMILE's on whole corpora, column by column:
 *
 *     node --require ./src/lib/jobs/typescript.cjs bench/egemaps-agreement.ts [SHARED]
 *
 * reads SHARED/corpora and SHARED/reference/features (SHARED is ../shared by default), runs
 * openSMILE on dithered recordings for the ceiling, and writes bench/egemaps-agreement.md.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rateLines } from "./egemaps-rates";
import { shortfallReason } from "./egemaps-shortfalls";
import { type EgemapsTable, egemapsNames, ourColumns, readEgemapsTable } from "./egemaps-table";
import { median } from "./median";
import { peerEnvironment } from "./peer-environment";
import { spearman } from "./rank-correlation";

interface Agreement {
  readonly correlation: number;
  readonly difference: number;
  readonly ceiling: number;
}

const shared = process.argv[2] ?? "../shared";
const corpora = [
  { name: "EMO-DB", table: "emodb_egemaps.csv", root: "emodb/wav" },
  { name: "URDU", table: "urdu_egemaps.csv", root: "urdu" },
] as const;
const scratch = process.env.EGEMAPS_CEILINGS ?? mkdtempSync(join(tmpdir(), "egemaps-"));
const python = peerEnvironment("peers", "requirements.txt");

/** openSMILE on dithered recordings; a table that is there already (EGEMAPS_CEILINGS) is taken. */
function ceiling(corpus: string, root: string, files: readonly string[]): EgemapsTable["columns"] {
  const out = join(scratch, `dither_${corpus}.csv`);
  if (!existsSync(out)) {
    execFileSync(python, ["bench/egemaps-agreement.py", root, out, ...files]);
  }
  return readEgemapsTable(out).columns;
}

function agreements({ table, root }: (typeof corpora)[number]): Agreement[] {
  const reference = readEgemapsTable(join(shared, "reference/features", table));
  const folder = join(shared, "corpora", root);
  const measured = ourColumns(folder, reference.files);
  const dithered = ceiling(table.split("_")[0], folder, reference.files);
  return reference.columns.map((expected, i) => ({
    correlation: spearman(expected, measured[i]),
    difference: median(expected.map((value, row) => Math.abs(measured[i][row] - value) / Math.abs(value))),
    ceiling: spearman(expected, dithered[i]),
  }));
}

function summary(name: string, columns: readonly Agreement[]): string {
  const sorted = columns.map(({ correlation }) => correlation).sort((a, b) => a - b);
  const high = sorted.filter((value) => value >= 0.95).length;
  const ceilings = columns.map((column) => column.ceiling);
  return `| ${name} | ${median(sorted).toFixed(4)} | ${high} | ${sorted[0].toFixed(3)} | ${median(ceilings).toFixed(4)} | ${Math.min(...ceilings).toFixed(3)} |`;
}

const cell = ({ correlation, difference, ceiling: top }: Agreement) =>
  `${correlation.toFixed(3)} | ${(100 * difference).toFixed(2)} % | ${top.toFixed(3)}`;

const [emodb, urdu] = corpora.map(agreements);
const atRates = corpora.flatMap(({ name, table, root }) => {
  const { files } = readEgemapsTable(join(shared, "reference/features", table));
  return rateLines(python, name, join(shared, "corpora", root), files, join(scratch, root.split("/")[0]));
});
const lines = egemapsNames.map((column, i) => {
  const short = Math.min(emodb[i].correlation, urdu[i].correlation) < 0.95;
  return `| ${column} | ${cell(emodb[i])} | ${cell(urdu[i])} | ${short ? shortfallReason(column) : ""} |`;
});
writeFileSync(
  "bench/egemaps-agreement.md",
  `# egemaps-v02 beside openSMILE 2.6.0, column by column

Made by \`node --require ./src/lib/jobs/typescript.cjs bench/egemaps-agreement.ts\` over all 339 recordings of EMO-DB and all 400 of URDU. *r*: Spearman's correlation with openSMILE's
column. *difference*: median relative difference. *ceiling*: Spearman's correlation of openSMILE with itself when half a bit of dither is added to its input.

| corpus | median r | columns with r >= .95 (of 88) | lowest r | median ceiling | lowest ceiling |
|---|---|---|---|---|---|
${summary("EMO-DB", emodb)}
${summary("URDU", urdu)}

| column | EMO-DB r | difference | ceiling | URDU r | difference | ceiling | why below .95 |
|---|---|---|---|---|---|---|---|
${lines.join("\n")}

## At other sample rates

20 recordings of each corpus, taken evenly, resampled by scipy and given to both programs.

| corpus | Hz | median r | columns with r >= .95 (of 88) | lowest r |
|---|---|---|---|---|
${atRates.join("\n")}
`,
);

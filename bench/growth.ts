import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { projectRoot, writeFile } from "../src/lib/disk/paths";
import { runOurs, runPeer } from "./child";
import { drawTable } from "./draw-table";
import { type GrowthLine, growthTable, readGrowth } from "./growth-table";
import { peerEnvironment } from "./peer-environment";

const path = join(projectRoot, "bench", "growth.md");

/**
 * Processor seconds of one outer fold of the nested search on drawn tables, ours beside
 * scikit-learn's on one thread, into the table of bench/growth.md: node --require
 * ./src/lib/jobs/typescript.cjs bench/growth.ts --rows 340,1000 --columns 88,180 --models
 * lda,logistic [--no-peer]. Lines of other sizes stay.
 */
function main(): void {
  const { values } = parseArgs({
    options: {
      rows: { type: "string", default: "340,1000,4500" },
      columns: { type: "string", default: "88,180,1536" },
      models: { type: "string", default: "lda,logistic,svm-linear,svm-rbf" },
      "no-peer": { type: "boolean", default: false },
    },
  });
  const python = values["no-peer"] ? undefined : peerEnvironment("peers", "requirements.txt");
  for (const columns of values.columns.split(",").map(Number)) {
    for (const rows of values.rows.split(",").map(Number)) {
      for (const model of values.models.split(",")) record(measure(model, columns, rows, python));
    }
  }
}

function measure(model: string, columns: number, rows: number, python: string | undefined): GrowthLine {
  const folder = drawTable(join(tmpdir(), "ser-growth", `${rows}x${columns}`), rows, columns);
  const ours = runOurs("nested-fold.ts", [folder, model]).said;
  const peer = python ? runPeer(python, "nested_fold.py", [folder, model]).said : undefined;
  return {
    model,
    columns,
    rows,
    ours: ours.seconds,
    peer: peer?.seconds,
    ourUar: ours.uar,
    peerUar: peer?.uar,
    peakMiB: ours.peakMiB,
  };
}

/** Written after each measurement, so that a long series can be stopped. */
function record(line: GrowthLine): void {
  const [head, table] = existsSync(path) ? readFileSync(path, "utf8").split("<!-- table -->\n") : [""];
  const kept = readGrowth(table ?? "").filter((old) =>
    (["model", "columns", "rows"] as const).some((key) => old[key] !== line[key]),
  );
  console.error(JSON.stringify(line));
  writeFile(path, `${head}<!-- table -->\n${growthTable([...kept, line])}`);
}

main();

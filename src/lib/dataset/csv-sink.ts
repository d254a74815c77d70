import { appendFileSync, writeFileSync } from "node:fs";
import Papa from "papaparse";
import type { TableSink } from "./table-sink";

/** Lines are gathered to pieces of about this many characters before they go to the disk. */
const pieceLength = 1 << 20;

/**
 * Vectors as CSV: `file`, `emotion`, `speaker`, then the columns; numbers with all their digits.
 */
export function csvSink(path: string, columns: readonly string[]): TableSink {
  const line = (fields: readonly unknown[]) => `${Papa.unparse([[...fields]])}\n`;
  let pending = line(["file", "emotion", "speaker", ...columns]);
  writeFileSync(path, "");
  const flush = () => {
    appendFileSync(path, pending);
    pending = "";
  };
  return {
    add({ file, emotion, speaker }, row) {
      pending += `${line([file, emotion, speaker]).trimEnd()},${(row as Float64Array).join(",")}\n`;
      if (pending.length > pieceLength) flush();
    },
    finish: flush,
  };
}

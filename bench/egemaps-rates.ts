import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { egemapsNames, ourColumns, readEgemapsTable } from "./egemaps-table";
import { median } from "./median";
import { spearman } from "./rank-correlation";

const rates = [8000, 16000, 22050, 32000, 44100, 48000];
const recordings = 20;

/**
 * Lines of a table of how well our eGeMAPS agree with openSMILE's at each sample rate, on
 * recordings taken evenly from a corpus and resampled.
 *
 * @param python interpreter with openSMILE
 * @param folder where the resampled recordings go
 */
export function rateLines(
  python: string,
  corpus: string,
  root: string,
  files: readonly string[],
  folder: string,
): string[] {
  const chosen = Array.from(
    { length: recordings },
    (_, i) => files[Math.floor((i * files.length) / recordings)],
  );
  execFileSync(python, ["bench/egemaps-rates.py", root, folder, ...rates.map(String), "--", ...chosen]);
  return rates.map((rate) => {
    const expected = readEgemapsTable(join(folder, `${rate}.csv`));
    const measured = ourColumns(folder, expected.files);
    const correlations = expected.columns.map((column, i) => spearman(column, measured[i]));
    const lowest = Math.min(...correlations);
    const high = correlations.filter((value) => value >= 0.95).length;
    const name = egemapsNames[correlations.indexOf(lowest)];
    return `| ${corpus} | ${rate} | ${median(correlations).toFixed(4)} | ${high} | ${lowest.toFixed(3)} (${name}) |`;
  });
}

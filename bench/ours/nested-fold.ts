import { readFileSync } from "node:fs";
import { join } from "node:path";
import { modelSettings } from "../../src/lib/evaluation/cross-validate";
import fitFold from "../../src/lib/evaluation/fit-fold";
import { uar } from "../../src/lib/evaluation/metrics/uar";

/**
 * One outer fold of the nested search on a drawn table, one thread; prints processor seconds, UAR
 * and the peak of memory.
 */
async function main([folder, model]: string[]): Promise<void> {
  const { columns, training, labels, speakers } = JSON.parse(
    readFileSync(join(folder, "table.json"), "utf8"),
  );
  const { buffer, byteOffset } = readFileSync(join(folder, "rows.f64"));
  const rows = Array.from(labels, (_, i) => new Float64Array(buffer, byteOffset + 8 * columns * i, columns));
  const before = process.cpuUsage();
  const { predictions } = await fitFold({
    fold: "1",
    settings: modelSettings({ model }),
    training: {
      rows: rows.slice(0, training),
      labels: labels.slice(0, training),
      speakers: speakers.slice(0, training),
    },
    test: rows.slice(training),
  });
  const { user, system } = process.cpuUsage(before);
  console.log(
    JSON.stringify({
      seconds: (user + system) / 1e6,
      uar: uar(
        labels.slice(training),
        predictions.map(({ label }) => label),
      ),
      peakMiB: process.resourceUsage().maxRSS / 1024,
    }),
  );
}

main(process.argv.slice(2));

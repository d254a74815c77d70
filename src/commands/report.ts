import type { Command } from "commander";

/** `ser report`. */
export function addReport(program: Command): void {
  program
    .command("report")
    .description("print the page of results to one PDF, by Chromium or Chrome")
    .argument("<results>", "results/<name>")
    .option("--out <file>", "FILE.pdf (default: <name>.pdf here)")
    .action(async (results: string, { out }: { out?: string }) => {
      const { reportResults } = await import("../lib/notebook/results/report-results");
      const { namedResults } = await import("./options/named-results");
      const name = namedResults(results, "report");
      const place = out ?? `${name}.pdf`;
      console.log(`${place}: ${((await reportResults(name, place)) / 1e6).toFixed(1)} MB`);
    });
}

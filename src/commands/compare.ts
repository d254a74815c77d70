import type { Command } from "commander";
import { checkSeveral } from "./options/check-several";

/** `ser compare`. */
export function addCompare(program: Command): void {
  program
    .command("compare")
    .description("the table of two or more runs and the tests between them")
    .argument("<run...>", "folders of runs")
    .action(async (folders: string[]) => {
      const { readRun } = await import("../lib/runs/run-files");
      const { comparisonText } = await import("../lib/report/comparison-text");
      checkSeveral("compare", folders);
      console.log(comparisonText(folders.map(readRun)));
    });
}

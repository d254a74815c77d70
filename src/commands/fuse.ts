import type { Command } from "commander";
import { checkPlace } from "../lib/disk/paths";
import { checkSeveral } from "./options/check-several";

/** `ser fuse`. */
export function addFuse(program: Command): void {
  program
    .command("fuse")
    .description("one more run from two or more: the mean of their probabilities, recording by recording")
    .argument("<run...>", "folders of runs")
    .requiredOption("--out <dir>", "folder of the fused run")
    .action(async (folders: string[], { out }) => {
      const { fuseRuns } = await import("../lib/runs/fuse-runs");
      const { readRun } = await import("../lib/runs/run-files");
      const { runText } = await import("../lib/report/run-text");
      checkSeveral("fuse", folders);
      checkPlace(out);
      console.log(runText(fuseRuns(folders.map(readRun), out)));
    });
}

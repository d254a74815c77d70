import type { Command } from "commander";
import { columnNames } from "./options/column-names";
import { addCorpusOptions } from "./options/corpus-options";
import { openHealthy } from "./options/open-healthy";

/** `ser groups`. */
export function addGroups(program: Command): void {
  const command = program
    .command("groups")
    .description("for whom a finished run does well: UAR by gender, language or any other column")
    .argument("<run>", "folder of a run");
  addCorpusOptions(command, "required")
    .requiredOption("--by <columns>", "columns of the corpus: gender,language", columnNames)
    .option("--json", "print JSON instead of tables")
    .action(async (folder: string, { by, json, ...where }) => {
      const { readRun } = await import("../lib/runs/run-files");
      const { runGroups } = await import("../lib/runs/run-groups");
      const { groupsText } = await import("../lib/report/groups-text");
      const run = readRun(folder);
      const groups = runGroups(run, await openHealthy(where, "evaluate", false), by);
      console.log(json ? JSON.stringify(groups, null, 1) : groups.flatMap(groupsText).join("\n"));
    });
}

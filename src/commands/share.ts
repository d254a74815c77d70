import { basename, resolve } from "node:path";
import type { Command } from "commander";
import { UsageError } from "../lib/check";

/** `ser share`. */
export function addShare(program: Command): void {
  program
    .command("share")
    .description("pack results into one zip or folder that opens offline")
    .argument("<results>", "results/<name>")
    .option("--out <place>", "FILE.zip or a folder (default: <name>.zip here)")
    .option("--no-audio", "leave the recordings out, also where their terms allow to pass them on")
    .action(async (results: string, { out, audio }: { out?: string; audio: boolean }) => {
      const { shareResults } = await import("../lib/notebook/share-results");
      const { resultsFolder } = await import("../lib/runs/run-folder");
      const name = basename(resolve(results));
      if (resolve(results) !== resultsFolder(name))
        throw new UsageError(
          `share: ${results} is no folder of results/; name one, such as results/synthetic`,
        );
      const place = out ?? `${name}.zip`;
      const { files, bytes, sound, licence } = await shareResults({ name, out: place, audio });
      const terms = licence ? ` (terms of the recordings: ${licence})` : "";
      const heard = sound ? "with sound" : "without sound";
      console.log(`${place}: ${files} files, ${(bytes / 1e6).toFixed(1)} MB, ${heard}${terms}`);
    });
}

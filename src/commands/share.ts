import type { Command } from "commander";

/** `ser share`. */
export function addShare(program: Command): void {
  program
    .command("share")
    .description("pack results into one folder and one zip that open offline")
    .argument("<results>", "results/<name>")
    .option("--out <folder>", "the zip lies beside it (default: shared-<name> here)")
    .option("--no-audio", "leave the recordings out, also where their terms allow to pass them on")
    .action(async (results: string, { out, audio }: { out?: string; audio: boolean }) => {
      const { shareResults } = await import("../lib/notebook/results/share-results");
      const { namedResults } = await import("./options/named-results");
      const name = namedResults(results, "share");
      const place = (out ?? `shared-${name}`).replace(/\.zip$|\/+$/g, "");
      const { files, bytes, zipBytes, sound, licence } = await shareResults({ name, out: place, audio });
      const terms = licence ? ` (terms of the recordings: ${licence})` : "";
      const heard = sound ? "with sound" : "without sound";
      console.log(`${place}: ${files} files, ${megabytes(bytes)}, ${heard}${terms}`);
      console.log(`${place}.zip: the same, ${megabytes(zipBytes)}`);
    });
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

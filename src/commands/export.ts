import { join } from "node:path";
import type { Command } from "commander";
import { checkPlace } from "../lib/disk/paths";
import { defaultModelFolder } from "../lib/loading/default-model";

/** `ser export`. */
export function addExport(program: Command): void {
  program
    .command("export")
    .description("the page and a saved model as a static folder, which recognises without any server")
    .option("--model <dir>", "folder of a saved model (default: one trained on EMO-DB)", defaultModelFolder)
    .requiredOption("--out <dir>", "folder of the site")
    .action(async ({ model: folder, out }) => {
      const { loadExportable } = await import("../lib/loading/load-exportable");
      const { exportSite } = await import("../service/site/export-site");
      checkPlace(out);
      const sizes = await exportSite(await loadExportable(folder), out);
      const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
      for (const [name, bytes] of Object.entries(sizes))
        console.log(`${join(out, name)}: ${megabytes(bytes)}`);
      console.log(`open ${join(out, "index.html")}, or put the folder on any static host`);
    });
}

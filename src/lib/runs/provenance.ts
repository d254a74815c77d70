import { execFileSync } from "node:child_process";
import { cpus, platform, release, totalmem } from "node:os";
import { join } from "node:path";
import { projectRoot, writeFile } from "../disk/paths";
import { withoutPassword } from "../jobs/queue/queue-address";

/**
 * Writes `provenance.json`: what may differ between two equal runs (command, times, machine, commit
 * and whether the tree was dirty).
 */
export function writeProvenance(folder: string, started: Date): void {
  const finished = new Date();
  const status = git("status", "--porcelain");
  const provenance = {
    command: withoutPassword(process.argv.slice(1).join(" ")),
    started: started.toISOString(),
    finished: finished.toISOString(),
    seconds: (finished.getTime() - started.getTime()) / 1000,
    machine: {
      platform: `${platform()} ${release()}`,
      processor: cpus()[0]?.model,
      cores: cpus().length,
      memoryGiB: Math.round(totalmem() / 2 ** 30),
    },
    commit: git("rev-parse", "HEAD"),
    dirty: status === null ? null : status !== "",
  };
  writeFile(join(folder, "provenance.json"), `${JSON.stringify(provenance, null, 1)}\n`);
}

/** The command's output, or null outside of a git checkout. */
function git(...args: string[]): string | null {
  try {
    return execFileSync("git", args, {
      cwd: projectRoot,
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
  } catch {
    return null;
  }
}

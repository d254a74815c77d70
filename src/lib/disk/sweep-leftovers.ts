import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

/** As `temporaryBeside` names them: what is written, the process that writes, eight hex digits. */
const leftover = /^(.+)\.(\d+)-[0-9a-f]{8}\.tmp$/;
/**
 * Processes of other machines, on a shared disk, cannot be asked: what is younger may be theirs.
 */
const leastAgeSeconds = 60;

const swept = new Set<string>();

/**
 * Removes what killed commands left half-written in a folder, once a folder and process: names of
 * `temporaryBeside` whose process is gone, older than a minute, beside what they were to become.
 * Where that is missing, the leftover may be the only copy and stays.
 */
export function sweepLeftovers(folder: string): void {
  if (swept.has(folder)) return;
  swept.add(folder);
  for (const name of readdirSync(folder)) {
    const [, target, writer] = leftover.exec(name) ?? [];
    if (target === undefined || isRunning(Number(writer)) || !existsSync(join(folder, target))) continue;
    const { mtimeMs } = statSync(join(folder, name), { throwIfNoEntry: false }) ?? { mtimeMs: Date.now() };
    if (Date.now() - mtimeMs < leastAgeSeconds * 1000) continue;
    rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}

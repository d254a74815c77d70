import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { projectRoot } from "../../src/lib/disk/paths";

/** A service in a process of its own. */
export interface ServedModel {
  readonly url: string;
  /** Of the whole process, in MiB. */
  residentMebibytes(): number;
  /** The most since `forgetPeak`, in MiB. */
  peakMebibytes(): number;
  forgetPeak(): void;
  stop(): Promise<void>;
}

/** Starts `ser serve` on a free port; ready when this is fulfilled. */
export async function serve(folder: string, maxStreams: number): Promise<ServedModel> {
  const args = [
    "scripts/ser.cjs",
    "serve",
    "--model",
    folder,
    "--port",
    "0",
    "--max-streams",
    `${maxStreams}`,
  ];
  const child = spawn(process.execPath, args, { cwd: projectRoot, stdio: ["ignore", "pipe", "inherit"] });
  const [line] = await Promise.race([
    once(createInterface(child.stdout), "line"),
    once(child, "exit").then(() => Promise.reject(new Error(`ser serve ended: ${folder}`))),
  ]);
  return {
    url: /http:\S+\d/.exec(line)![0],
    residentMebibytes: () => resident(child.pid!, "VmRSS"),
    peakMebibytes: () => resident(child.pid!, "VmHWM"),
    forgetPeak: () => writeFileSync(join("/proc", `${child.pid}`, "clear_refs"), "5"), // proc(5)
    stop: async () => {
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

function resident(pid: number, field: string): number {
  const status = readFileSync(join("/proc", `${pid}`, "status"), "utf8");
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)![1]) / 1024;
}

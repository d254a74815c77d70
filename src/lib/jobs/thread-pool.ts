import { join } from "node:path";
import { SHARE_ENV } from "node:worker_threads";
import { projectRoot } from "../disk/paths";
import type { WorkerPool } from "./worker-pool";

/** So many worker threads, started at once. */
export async function threadPool(threads: number): Promise<WorkerPool> {
  // By its default export: the kernel's compiler sees no other of a function that is a module.
  const { default: Piscina } = await import("piscina");
  const pool = new Piscina({
    filename: join(projectRoot, "src/lib/jobs/worker.ts"),
    execArgv: ["--require", join(projectRoot, "src/lib/jobs/typescript.cjs")],
    // Native libraries read the environment of the process: what a job sets there must reach them.
    env: SHARE_ENV as unknown as Record<string, string>,
    minThreads: threads,
    maxThreads: threads,
  });
  return { run: (call) => pool.run(call), close: () => pool.destroy() };
}

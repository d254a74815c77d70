import { join } from "node:path";
import { MessageChannel, type MessagePort, receiveMessageOnPort, SHARE_ENV } from "node:worker_threads";
import { projectRoot } from "../disk/paths";
import type { OnStep } from "./task";
import type { StepMessage } from "./worker";
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
  return {
    run: async (call, onStep) => {
      if (!onStep) return pool.run(call);
      const { port1, port2 } = new MessageChannel();
      port1.on("message", (step: StepMessage) => onStep(...step));
      try {
        return await pool.run({ ...call, steps: port2 }, { transferList: [port2] });
      } finally {
        tellRest(port1, onStep);
        port1.close();
      }
    },
    close: () => pool.destroy(),
  };
}

/** Steps that have arrived, but later than the answer was seen. */
function tellRest(port: MessagePort, onStep: OnStep): void {
  for (let rest = receiveMessageOnPort(port); rest; rest = receiveMessageOnPort(port))
    onStep(...(rest.message as StepMessage));
}

import { runInWorker, type StepMessage, type WorkerAnswer, type WorkerCall } from "./worker";

/** What a worker process sends at last: the answer, or what the job threw. */
export type ProcessReply = { readonly answer: WorkerAnswer } | { readonly thrown: unknown };

/** What it sends on the way. */
export interface ProcessStep {
  readonly step: StepMessage;
}

// Entry of a process of `processPool`: runs the jobs that come as messages, one after the other.
process.on("message", async (call: WorkerCall) => {
  const reply = await runInWorker(call, (...step) => process.send?.({ step } satisfies ProcessStep)).then(
    (answer): ProcessReply => ({ answer }),
    (thrown): ProcessReply => ({ thrown }),
  );
  process.send?.(reply);
});

// Whoever started it is gone, killed perhaps: nobody waits for the job in work.
process.on("disconnect", () => process.exit());

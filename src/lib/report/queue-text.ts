import type { QueueState } from "../jobs/queue/queue-state";
import { alignColumns } from "./align-columns";

const SHOWN = 20;

/** How a queue stands, as lines for a terminal: counts, a line a machine, the jobs that failed. */
export function queueText({ waiting, running, failed, machines }: QueueState): string {
  const table = machines.map(({ machine, workers, running, done }) =>
    [machine, workers, running, done].map(String),
  );
  return [
    `${waiting} waiting, ${running} running, ${failed.length} failed`,
    ...(table.length > 0 ? alignColumns([["machine", "workers", "running", "done"], ...table]) : []),
    ...failed.slice(0, SHOWN).map(({ name, reason, machine }) => `failed: ${name}: ${reason} (${machine})`),
    ...(failed.length > SHOWN ? [`... and ${failed.length - SHOWN} more`] : []),
  ].join("\n");
}

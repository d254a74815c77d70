import { Option } from "commander";
import { UsageError } from "../../lib/check";
import { queueAddress } from "../../lib/jobs/queue/queue-address";
import { queueInUse, useQueue } from "../../lib/jobs/queue/queue-in-use";

const flags = "--queue <address>";
const address = "redis://HOST[:PORT][/DATABASE], rediss:// for TLS";

/** Hands a command's jobs to the machines that run `ser work`. */
export function queueOption(): Option {
  const words = `hand the jobs to machines that run ser work: ${address} (default: SER_QUEUE, else this machine)`;
  return new Option(flags, words).argParser(useQueue);
}

/** The queue that a command is about. */
export function queueToOpen(): Option {
  return new Option(flags, `${address} (default: SER_QUEUE)`).argParser(queueAddress);
}

/**
 * The queue that a command is about: its option's, or the environment's.
 *
 * @throws UsageError without one
 */
export function openedQueue(command: string, { queue = queueInUse() }: { readonly queue?: string }): string {
  if (queue !== undefined) return queue;
  throw new UsageError(`${command} needs --queue redis://HOST[:PORT][/DATABASE], or SER_QUEUE`);
}

import { queueAddress } from "./queue-address";

/**
 * The address of the queue that jobs go to, from `SER_QUEUE`; none: jobs stay on this machine. It
 * stands in the environment, as the cache folder does, so that the processes of the chapters have
 * it, too.
 *
 * @throws UsageError where it is no address of a Redis
 */
export function queueInUse(): string | undefined {
  return process.env.SER_QUEUE ? queueAddress(process.env.SER_QUEUE) : undefined;
}

/** Sends the jobs of this process, and of those that it starts, to a queue. */
export function useQueue(address: string): string {
  process.env.SER_QUEUE = queueAddress(address);
  return process.env.SER_QUEUE;
}

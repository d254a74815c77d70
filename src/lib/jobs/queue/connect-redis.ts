import { Redis } from "ioredis";
import { InputError } from "../../check";
import { withoutPassword } from "./queue-address";

/** How long one waits between two attempts to reach a Redis that went away, at most. */
const pauseMilliseconds = 2000;

/**
 * Connects to a Redis. One that goes away later is waited for, which is told once.
 *
 * @throws InputError where it cannot be reached or refuses the password
 */
export async function connectRedis(address: string): Promise<Redis> {
  const shown = withoutPassword(address);
  const redis = new Redis(address, {
    lazyConnect: true,
    maxRetriesPerRequest: null, // a blocking command waits as long as it must
    retryStrategy: (times) => Math.min(100 * times, pauseMilliseconds),
  });
  let isUp = false;
  let why = "";
  redis.on("error", (error: NodeJS.ErrnoException) => {
    why = error.code ?? error.message;
    if (isUp) console.error(`${shown} does not answer (${why}): waiting for it`);
    isUp = false;
  });
  redis.on("ready", () => {
    isUp = true;
  });
  try {
    await redis.connect();
    await redis.ping();
    return redis;
  } catch (error) {
    redis.disconnect();
    throw new InputError(
      `${shown} cannot be used (${why || (error as Error).message}): start redis-server there, or correct --queue`,
    );
  }
}

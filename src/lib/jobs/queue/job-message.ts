import type { JobReference } from "../task";

/** What stands in the queue for a job. */
export interface JobMessage {
  /** Which code must do it (`codeVersion`). */
  readonly code: string;
  /** Of the cache folder in which results are looked for (`cacheId`). */
  readonly cache: string;
  /** Path of the task's file from the project's root, with forward slashes. */
  readonly module: string;
  readonly reference: JobReference;
}

/** What a worker leaves there; wrapped, so that there is always something. */
export interface JobAnswer {
  readonly answer: unknown;
}

/** The job that has cost so many workers their lives has failed. */
export const deaths = 3;

/** The queue's name in Redis: its keys begin with `ser:jobs`. */
export const queueNames = { name: "jobs", prefix: "ser" } as const;

import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { InputError } from "../../check";
import type { JobReference, Task } from "../task";

/** A job of the queue's tests: waits until a file is there, and says where it began. */
export interface GateJob extends JobReference {
  readonly value: number;
  /** Gets a line as the job begins. */
  readonly begun: string;
  /** The job goes on when it is there. */
  readonly gate?: string;
  readonly fails?: boolean;
}

export default async function passGate({ value, begun, gate, fails }: GateJob): Promise<number> {
  appendFileSync(begun, `${value}\n`);
  while (gate !== undefined && !existsSync(gate)) await pause(20);
  if (fails) throw new InputError(`value=${value} must not fail`);
  return 2 * value;
}

/** The same as a task that goes elsewhere. */
export const gateTask: Task<GateJob, number> = {
  module: __filename,
  run: passGate,
  elsewhere: { module: __filename, refer: (job) => job, resolve: (answer) => answer as number },
};

/** How many jobs have begun. */
export function countBegun(file: string): number {
  return existsSync(file) ? readFileSync(file, "utf8").trim().split("\n").length : 0;
}

/** Waits for what another process does; the test runner's own limit ends it. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await pause(20);
}

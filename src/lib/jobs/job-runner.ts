import type { OnStep } from "./task";

/**
 * Where the jobs of a task are done: on this machine (`localRunner`), or by those that take them
 * from a queue (`QueueRunner`).
 */
export interface JobRunner<Input, Output> {
  /** How many jobs it takes at a time. */
  readonly lanes: number;
  /** Whether the other jobs go on where one fails. */
  readonly goesOn: boolean;
  /** @throws InputError where the input was refused */
  readonly run: (input: Input, onStep?: OnStep) => Promise<Output>;
  /** How many jobs each machine has done: "anna 12, bert 9"; empty where there is one machine. */
  readonly tally: () => string;
  readonly close: () => Promise<void>;
}

import { InputError } from "../check";
import type { OnStep } from "./task";

/** The task that the tests of `runJobs` give to workers. */
export default function squareRoot(value: number, onStep?: OnStep): number {
  onStep?.(1, 2, "begun");
  if (value < 0) throw new InputError(`value=${value} must not be negative`);
  return Math.sqrt(value);
}

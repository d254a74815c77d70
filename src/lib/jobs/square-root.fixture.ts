import { InputError } from "../check";

/** The task that the tests of `runJobs` give to workers. */
export default function squareRoot(value: number): number {
  if (value < 0) throw new InputError(`value=${value} must not be negative`);
  return Math.sqrt(value);
}

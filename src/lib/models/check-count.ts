import { InputError } from "../check";

/**
 * Refuses a number of things that is not a whole number of at least 1.
 *
 * @example checkCount("neighbours", 0) // throws "neighbours=0 must be a whole number of at least 1"
 */
export function checkCount(name: string, value: number): void {
  if (Number.isInteger(value) && value >= 1) return;
  throw new InputError(`${name}=${value} must be a whole number of at least 1`);
}

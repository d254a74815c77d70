import { UsageError } from "../check";

/**
 * Refuses options that a model does not have.
 *
 * @example checkOptions("knn", { C: 1 }, ["neighbours"]) // throws 'knn has no option "C"; it has neighbours'
 */
export function checkOptions(model: string, options: object, allowed: readonly string[]): void {
  const unknown = Object.keys(options).find((name) => !allowed.includes(name));
  if (unknown === undefined) return;
  throw new UsageError(`${model} has no option "${unknown}"; it has ${allowed.join(", ") || "none"}`);
}

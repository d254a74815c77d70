/**
 * A number with what it counts.
 *
 * @example counted(2, "epoch") // "2 epochs"
 */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

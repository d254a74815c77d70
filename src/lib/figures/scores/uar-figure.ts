import type { Run } from "../../runs/run-files";
import type { Figure } from "../figure";
import { intervalsFigure } from "./intervals-figure";

/**
 * The UAR of runs with its intervals, and chance, which is one divided by the number of emotions.
 *
 * @param runs by the name of their row, the first on top
 */
export function uarFigure(runs: Readonly<Record<string, Run>>, title: string): Figure {
  const rows = Object.entries(runs).map(([name, { record }]) => ({ name, ...record.metrics.uar }));
  const [{ record }] = Object.values(runs);
  const reference = { value: 1 / record.confusion.labels.length, name: "chance" };
  return intervalsFigure(rows, { title, quantity: "UAR", reference });
}

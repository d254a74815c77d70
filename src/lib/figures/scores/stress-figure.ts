import type { StressScores } from "../../models/saved/condition-score";
import type { Figure } from "../figure";
import { intervalsFigure } from "./intervals-figure";

/**
 * The UAR under each condition with its intervals, the recordings as they are on top; a line stands
 * where these are.
 *
 * ```ts
 * stressFigure(record, "EMO-DB under other conditions")
 * ```
 */
export function stressFigure(
  { uar, conditions }: Pick<StressScores, "uar" | "conditions">,
  title: string,
): Figure {
  const rows = [
    { name: "as they are", ...uar },
    ...conditions.map(({ condition, uar: altered }) => ({ name: condition, ...altered })),
  ];
  return intervalsFigure(rows, {
    title,
    quantity: "UAR",
    reference: { value: uar.value, name: "as they are" },
  });
}

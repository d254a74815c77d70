import { dot } from "../../numbers/dot-products";
import type { ScatterWithin } from "./scatter-within";

/**
 * Per label the weights S⁻¹ m and the offset -m S⁻¹ m / 2, where S is the shrunk covariance and m
 * the mean of the label; the offset is last.
 */
export function discriminants(
  { columns, means, trace, invert }: ScatterWithin,
  shrinkage: number,
): Float64Array[] {
  // Without any scatter the identity stands in for the covariance, so that there is something to
  // divide by.
  const inverse = invert(shrinkage, (shrinkage * (trace || columns)) / columns);
  return means.map((mean) => {
    const weights = new Float64Array(columns + 1);
    weights.set(inverse(mean));
    weights[columns] = -dot(mean, weights) / 2;
    return weights;
  });
}

import { SupportVectorClassifier } from "./support-vector-classifier";

/**
 * The decision a + b x + c y of a linear support vector machine between two labels on two features:
 * 0 on the border, 1 on the margin's edge on the side of the label that sorts first.
 *
 * @example Math.round((await twoFeatureMargin([[0, 0], [2, 0]], ["anger", "calm"], 10))[1]) // -1
 */
export async function twoFeatureMargin(
  points: readonly (readonly [number, number])[],
  labels: readonly string[],
  C: number,
): Promise<[a: number, b: number, c: number]> {
  const rows = points.map((point) => Float64Array.from(point));
  const machine = await new SupportVectorClassifier({ kernel: "linear", C }).fit(rows, labels);
  const corners = [Float64Array.of(0, 0), Float64Array.of(1, 0), Float64Array.of(0, 1)];
  const [a, atX, atY] = machine.pairDecisions(corners).map(([decision]) => decision);
  return [a, atX - a, atY - a];
}

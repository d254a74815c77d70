import type { GridPoint, ModelFamily, ModelOptions } from "../model-family";
import { gridDecisions } from "./grid-decisions";
import { SupportVectorClassifier } from "./support-vector-classifier";
import { svmPoint } from "./svm-options";

const grids: Readonly<Record<"linear" | "rbf", readonly GridPoint[]>> = {
  linear: [{ C: 0.01 }, { C: 0.1 }, { C: 1 }],
  rbf: [1, 10, 100].flatMap((C) => ["scale", 0.001, 0.01].map((gamma) => ({ C, gamma }))),
};

/** The support vector classifiers with one kernel. */
export function svmFamily(kernel: "linear" | "rbf"): Omit<ModelFamily, "numbers"> {
  const pointOf = (options: ModelOptions) => svmPoint({ ...options, kernel });
  return {
    takes: "vector",
    grid: grids[kernel],
    create: async (options) => new SupportVectorClassifier({ ...options, kernel }),
    restore: async (state) => SupportVectorClassifier.restore(state),
    decideGrid: (rows, labels, heldOut, points) => gridDecisions(rows, labels, heldOut, points.map(pointOf)),
  };
}

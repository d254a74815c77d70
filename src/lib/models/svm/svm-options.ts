import { checkOneOf, checkPositive, InputError } from "../../check";
import { checkOptions } from "../check-options";
import type { ClassWeight } from "../class-weights";

export interface SvmOptions {
  readonly kernel: "linear" | "rbf";
  /** Cost of an error; default 1. */
  readonly C?: number;
  /** Width of the RBF kernel; default "scale": 1 / (columns x variance of all training values). */
  readonly gamma?: number | "scale";
  /** How errors on a class count; default: all alike. */
  readonly classWeight?: ClassWeight;
  /** Stops the solver when no pair of rows violates optimality by more; default 1e-3, as LIBSVM. */
  readonly tolerance?: number;
}

/** Options with every default filled in: one point of a grid. */
export interface SvmPoint {
  readonly kernel: "linear" | "rbf";
  readonly C: number;
  readonly gamma: number | "scale";
  readonly classWeight: ClassWeight;
  readonly tolerance: number;
}

/** Fills in the defaults and refuses what no SVM can work with. */
export function svmPoint(options: SvmOptions): SvmPoint {
  checkOptions(`svm-${options.kernel}`, options, ["kernel", "C", "gamma", "classWeight", "tolerance"]);
  const { kernel, C = 1, gamma = "scale", classWeight, tolerance = 1e-3 } = options;
  checkOneOf("kernel", kernel, ["linear", "rbf"]);
  checkPositive("C", C, "cost");
  checkPositive("tolerance", tolerance, "slope");
  if (gamma !== "scale" && !(Number.isFinite(gamma) && gamma > 0)) {
    throw new InputError(`gamma=${gamma} must be "scale" or a positive number`);
  }
  return { kernel, C, gamma, classWeight, tolerance };
}

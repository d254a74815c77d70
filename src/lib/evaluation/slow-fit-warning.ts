import { trainingLengthOf } from "../models/networks/training-length";
import { type FitPlan, fitSeconds } from "./fit-seconds";

/**
 * Says before an evaluation starts that it would take hours, and what takes less.
 *
 * @returns undefined for what takes less than an hour of one processor
 *
 * @example
 * const plan = { model: "svm-rbf", recordings: 100_000, folds: 10 };
 * slowFitWarning(plan) // "svm-rbf on 100000 recordings takes about 16 hours of one processor; lda or logistic take minutes"
 */
export function slowFitWarning(plan: FitPlan): string | undefined {
  const hours = fitSeconds(plan) / 3600;
  if (hours < 1) return undefined;
  const { model, recordings } = plan;
  const shorter = trainingLengthOf(model) ? "fewer epochs or one member take less, " : "";
  return `${model} on ${recordings} recordings takes about ${Math.round(hours)} hours of one processor; ${shorter}lda or logistic take minutes`;
}

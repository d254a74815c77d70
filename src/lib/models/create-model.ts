import { UsageError } from "../check";
import type { Classifier, ClassifierState } from "./classifier";
import { decideDiscriminants, LinearDiscriminant } from "./linear/linear-discriminant";
import { decideLogistics, Logistic } from "./linear/logistic";
import { Majority } from "./majority";
import type { ModelFamily, ModelOptions } from "./model-family";
import { NearestNeighbours } from "./nearest-neighbours";
import { networkFamily } from "./networks/network-family";
import { svmFamily } from "./svm/svm-family";

/** Every model by the name that commands and results use. */
const families: Readonly<Record<string, ModelFamily>> = {
  majority: {
    numbers: 1,
    takes: "any",
    create: async (options) => new Majority(options),
    restore: async (state) => Majority.restore(state),
  },
  logistic: {
    numbers: 1,
    takes: "vector",
    grid: [0.01, 0.1, 1].map((C) => ({ C, classWeight: "balanced" })),
    create: async (options) => new Logistic(options),
    restore: async (state) => Logistic.restore(state),
    decideGrid: decideLogistics,
  },
  lda: {
    numbers: 1,
    takes: "vector",
    grid: [0.1, 0.3, 0.5, 0.7, 0.9].map((shrinkage) => ({ shrinkage })),
    create: async (options) => new LinearDiscriminant(options),
    restore: async (state) => LinearDiscriminant.restore(state),
    decideGrid: decideDiscriminants,
  },
  knn: {
    numbers: 1,
    takes: "vector",
    create: async (options) => new NearestNeighbours(options),
    restore: async (state) => NearestNeighbours.restore(state),
  },
  "svm-linear": { numbers: 2, ...svmFamily("linear") },
  "svm-rbf": { numbers: 2, ...svmFamily("rbf") },
  mlp: { numbers: 1, ...networkFamily("mlp", "vector") },
  cnn: { numbers: 1, ...networkFamily("cnn", "matrix") },
  "crnn-attention": { numbers: 1, ...networkFamily("crnn-attention", "matrix") },
};

/** All names that `createModel` knows. */
export const modelNames: readonly string[] = Object.keys(families);

/** What a model takes and how it is searched. */
export function modelFamily(name: string): ModelFamily {
  if (Object.hasOwn(families, name)) return families[name];
  throw new UsageError(`model="${name}" must be one of ${modelNames.join(", ")}`);
}

/**
 * A new, unfitted model.
 *
 * @example await (await createModel("svm-linear", { C: 0.1 })).fit(rows, labels, { seed: 0, speakers })
 */
export async function createModel(name: string, options: ModelOptions = {}): Promise<Classifier> {
  return modelFamily(name).create(options);
}

/** The fitted model that `state` was saved from. */
export async function restoreModel(state: ClassifierState): Promise<Classifier> {
  return modelFamily(state.model).restore(state);
}

/**
 * Refuses a model on a feature set of the other kind.
 *
 * @throws UsageError that names set and model and says what would fit.
 */
export function checkModelTakes(name: string, kind: "vector" | "matrix", set: string): void {
  const { takes } = modelFamily(name);
  if (takes === "any" || takes === kind) return;
  const fitting = modelNames.filter((other) => ["any", kind].includes(families[other].takes));
  const shape = kind === "vector" ? "one vector" : "a matrix of frames";
  throw new UsageError(
    `${name} cannot take ${set}, which gives ${shape} per recording; ${set} goes with ${fitting.join(", ")}, and ${name} with sets that give ${takes === "vector" ? "one vector" : "a matrix of frames"}`,
  );
}

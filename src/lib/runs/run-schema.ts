import * as z from "zod/mini";
import { corpusSchema, countSchema } from "../corpus/corpus-schema";

const range = z.readonly(z.tuple([z.number(), z.number()]));
const score = z.looseObject({ value: z.number(), recordings: range, speakers: range });
/** JSON has no NaN: a score that is not defined is null. */
const orUndefined = z.nullable(z.number());
const point = z.record(z.string(), z.union([z.number(), z.string()]));

/** The learning curves of a network. */
const history = z.looseObject({ loss: z.array(orUndefined), innerUar: z.optional(z.array(orUndefined)) });

/** What `run.json` must hold for its readers; it may hold more. */
export const runSchema = z.looseObject({
  format: z.literal(1),
  settings: z.looseObject({
    features: z.string(),
    model: z.string(),
    folds: z.string(),
    normalize: z.string(),
    search: z.boolean(),
    seed: z.number(),
    options: z.record(z.string(), z.unknown()),
  }),
  protocol: z.string(),
  corpus: corpusSchema,
  metrics: z.looseObject({
    uar: score,
    accuracy: score,
    macroPrecision: score,
    macroF1: score,
    weightedPrecision: score,
    weightedRecall: score,
    weightedF1: score,
    kappa: orUndefined,
    logLoss: orUndefined,
    calibrationError: orUndefined,
    rocAuc: orUndefined,
  }),
  perClass: z.record(z.string(), z.record(z.string(), orUndefined)),
  confusion: z.looseObject({ labels: z.array(z.string()), counts: z.array(z.array(countSchema)) }),
  folds: z.array(
    z.looseObject({
      fold: z.string(),
      testSpeakers: z.array(z.string()),
      trainRecordings: countSchema,
      testRecordings: countSchema,
      chosen: point,
      accuracy: orUndefined,
      uar: orUndefined,
      history: z.optional(history),
    }),
  ),
  versions: z.record(z.string(), z.string()),
  numbers: z.optional(z.record(z.string(), countSchema)),
  notes: z.array(z.string()),
  digest: z.optional(z.string()),
});

/** What the file of a finished fold holds. */
export const foldSchema = z.looseObject({
  labels: z.array(z.string()),
  predictions: z.array(z.looseObject({ label: z.string(), probabilities: z.array(z.number()) })),
  chosen: point,
  history: z.optional(history),
});

import * as z from "zod/mini";
import { corpusSchema, countSchema } from "../corpus/corpus-schema";

const array = z.looseObject({
  shape: z.array(countSchema),
  type: z.enum(["float32", "float64"]),
  offset: countSchema.check(z.multipleOf(8)),
});
const normalizer = z.looseObject({
  mean: array,
  scale: array,
  weight: z.optional(array),
  lowest: z.optional(array),
  highest: z.optional(array),
});
const texts = z.array(z.string());

const facts = z.looseObject({
  sampleRate: z.number().check(z.positive()),
  corpus: z.extend(corpusSchema, { licence: z.optional(z.string()) }),
  heard: z.optional(z.record(z.string(), z.tuple([z.number(), z.number()]))),
  evaluation: z.optional(z.looseObject({ protocol: z.string() })),
  versions: z.record(z.string(), z.string()),
});

/** What `model.json` must hold for its readers; it may hold more. */
export const modelSchema = z.looseObject({
  format: z.literal(1),
  featureSet: z.string(),
  columns: texts,
  normalize: z.string(),
  labels: texts.check(z.minLength(1)),
  model: z.string(),
  settings: z.record(z.string(), z.unknown()),
  weights: z.record(z.string(), array),
  normalizer,
  voices: z.optional(z.looseObject({ normalizer, axes: array, spread: array })),
  byteLength: countSchema,
  weightsSha256: z.string(),
  facts,
  sha256: z.string(),
});

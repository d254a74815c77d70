import * as z from "zod/mini";

const count = z.int().check(z.nonnegative());
const array = z.looseObject({
  shape: z.array(count),
  type: z.enum(["float32", "float64"]),
  offset: count.check(z.multipleOf(8)),
});
const texts = z.array(z.string());

const facts = z.looseObject({
  sampleRate: z.number().check(z.positive()),
  corpus: z.looseObject({
    name: z.string(),
    fingerprint: z.string(),
    synthetic: z.boolean(),
    recordings: count,
    speakers: count,
    emotions: z.record(z.string(), count),
    licence: z.optional(z.string()),
  }),
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
  normalizer: z.looseObject({ mean: array, scale: array, weight: z.optional(array) }),
  byteLength: count,
  weightsSha256: z.string(),
  facts,
  sha256: z.string(),
});

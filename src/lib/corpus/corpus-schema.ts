import * as z from "zod/mini";

/** A number of things. */
export const countSchema = z.int().check(z.nonnegative());

/** What a file must say of a corpus (`CorpusRecord`) for its readers; it may say more. */
export const corpusSchema = z.looseObject({
  name: z.string(),
  fingerprint: z.string(),
  synthetic: z.boolean(),
  recordings: countSchema,
  speakers: countSchema,
  emotions: z.record(z.string(), countSchema),
});

import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type ParseError, parse, printParseErrorCode } from "jsonc-parser";
import { z } from "zod";
import { InputError } from "../../check";
import { decodeText } from "../../disk/decode-text";
import { NORMALIZATIONS } from "../../models/normalization/normalization";

/** One value, or several. */
const several = <T extends z.ZodType>(one: T) => z.union([one, z.array(one).min(1)]);

const corpus = z.strictObject({
  corpus: z.string().describe("a folder or manifest, or adapter:DIR, from this file's folder"),
  name: z.string().optional().describe("name of the corpus and its results folder"),
  audioRoot: z.string().optional().describe("the folder that a manifest's paths count from"),
  speakerFrom: z.string().optional().describe("a regular expression, folder or file"),
  map: z.string().optional().describe("a label map, from this file's folder"),
  where: z.array(z.string()).optional().describe('conditions such as "emotion in anger,neutral"'),
  channel: z.int().positive().optional().describe("which channel of each recording, from 1"),
  limitPerSpeaker: z.int().positive().optional(),
  minSeconds: z.number().positive().optional(),
  maxSeconds: z.number().positive().optional(),
  skipBad: z.boolean().optional().describe("leave unreadable files out"),
});

const model = z.strictObject({
  model: z.string(),
  options: z.record(z.string(), z.union([z.number(), z.string()])).optional(),
  search: z.boolean().optional().describe("whether its grid is searched; default: as the file says"),
});

/** What an experiment file may hold; `docs/experiment.schema.json` is made of it. */
export const experimentFile = z
  .strictObject({
    $schema: z.string().optional(),
    corpora: several(z.union([z.string(), corpus])).describe("on what"),
    features: several(z.string()).describe("names of feature sets"),
    models: several(z.union([z.string(), model])).describe(
      "names of models, with options where they need some",
    ),
    normalize: several(z.enum(NORMALIZATIONS.filter((by) => by !== "corpus"))).default("train"),
    folds: several(z.string()).default("loso").describe("as --folds takes them"),
    seeds: several(z.int().nonnegative()).default(0),
    search: z.boolean().default(true).describe("whether the models' grids are searched"),
    force: z
      .boolean()
      .default(false)
      .describe("normalise by clusters even where the speaker tells the emotion"),
  })
  .describe("An experiment: the product of its settings is run by ser run");

/** An experiment as its file tells it, with all defaults. */
export type ExperimentFile = z.infer<typeof experimentFile>;

/**
 * Reads an experiment file: JSON, in which comments and commas at the end are allowed.
 *
 * @throws InputError naming the file, and the line or the setting that is wrong
 * ```ts
 * readExperimentFile("experiment.json").seeds // [0, 1, 2]
 * ```
 */
export function readExperimentFile(path: string): ExperimentFile {
  const file = basename(path);
  const text = decodeText(readFileSync(path), file);
  const errors: ParseError[] = [];
  const value = parse(text, errors, { allowTrailingComma: true });
  if (errors.length > 0) {
    const line = text.slice(0, errors[0].offset).split("\n").length;
    throw new InputError(`${file} line ${line} is no JSON: ${printParseErrorCode(errors[0].error)}`);
  }
  const read = experimentFile.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const place = issue.path.length > 0 ? `"${issue.path.join(".")}": ` : "";
  throw new InputError(
    `${file}: ${place}${issue.message}; docs/experiment.schema.json tells what it may hold`,
  );
}

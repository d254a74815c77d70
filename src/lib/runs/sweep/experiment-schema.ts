import { z } from "zod";
import { AUGMENTATIONS } from "../../dataset/altered/augmentation";
import { noiseConditions, stressConditions } from "../../evaluation/stress/stress-conditions";
import { featureSetNames } from "../../features/feature-sets";
import { modelNames } from "../../models/create-model";
import { NORMALIZATIONS } from "../../models/normalization/normalization";
import { CORPUS_SETTINGS, type CorpusSetting, EXPERIMENT_SETTINGS as TELLS } from "./settings";

/** One value, or several. */
const several = <T extends z.ZodType>(one: T) => z.union([one, z.array(one).min(1)]);

/** Names that an editor offers; others are allowed, too. */
const named = (examples: readonly string[]) => z.string().min(1).meta({ examples });

const kinds = {
  text: z.string().min(1),
  texts: z.array(z.string().min(1)),
  count: z.int().positive(),
  seconds: z.number().positive(),
  flag: z.boolean(),
} satisfies Record<CorpusSetting["takes"], z.ZodType>;

type Fields<T extends Readonly<Record<string, CorpusSetting>>> = {
  [K in keyof T]: z.ZodOptional<(typeof kinds)[T[K]["takes"]]>;
};

function fieldsOf<T extends Readonly<Record<string, CorpusSetting>>>(settings: T): Fields<T> {
  const fields = Object.entries(settings).map(([name, { takes, tells }]) => [
    name,
    kinds[takes].optional().describe(tells),
  ]);
  return Object.fromEntries(fields) as Fields<T>;
}

const corpus = z.strictObject({
  corpus: z.string().min(1).describe(`${TELLS.corpus}, from this file's folder`),
  name: z.string().optional().describe(TELLS.name),
  ...fieldsOf(CORPUS_SETTINGS),
});

const table = z.strictObject({
  table: z.string().min(1).describe(TELLS.table),
  labels: z.string().min(1).optional().describe(TELLS.labels),
});

const model = z.strictObject({
  model: named(modelNames),
  options: z
    .record(z.string(), z.union([z.number(), z.string()]))
    .optional()
    .describe("fixed ones, such as C of an SVM or epochs of a network"),
  search: z.boolean().optional().describe("whether its grid is searched; default: as the file says"),
});

const kindsOfCopies = z.array(z.enum(AUGMENTATIONS));

const cross = z.strictObject({
  map: z.string().min(1).optional().describe("a label map for all corpora, from this file's folder"),
  only: z.boolean().default(false).describe("the matrix alone, no runs within the corpora beside it"),
});

const folds = ["loso", "group-5", "group-5x10", "stratified-group-5", "official", "column:text"];
const conditions = [...stressConditions, ...noiseConditions];

/** What an experiment file may hold; `docs/experiment.schema.json` is made of it. */
export const experimentSchema = z
  .strictObject({
    $schema: z.string().optional(),
    corpora: several(z.union([z.string().min(1), corpus, table])).describe("on what; paths from this folder"),
    features: several(named(featureSetNames)).optional().describe(`${TELLS.features}; a table has its own`),
    models: several(z.union([named(modelNames), model])).describe(
      "names of models, with options where they need some",
    ),
    normalize: several(z.enum(NORMALIZATIONS))
      .default("train")
      .describe("by whose statistics rows are normalised; corpus is for cross"),
    folds: several(named([...folds, "speaker+text", "random-5"]))
      .default("loso")
      .describe(TELLS.folds),
    seeds: several(z.int().nonnegative()).default(0).describe(`${TELLS.seed}; several for mean and spread`),
    search: z.boolean().default(true).describe("whether the models' grids are searched"),
    augment: z
      .union([kindsOfCopies, z.array(kindsOfCopies).min(1)])
      .default([])
      .describe(`${TELLS.augment}; a list of lists for several, of which [] is none`),
    groups: z.array(z.string().min(1)).default([]).describe(TELLS.groups),
    stress: z
      .union([z.boolean(), z.array(named(conditions)).min(1)])
      .default(false)
      .describe(TELLS.stress),
    noise: z.string().min(1).optional().describe(TELLS.noise),
    cross: z
      .union([z.boolean(), cross])
      .default(false)
      .describe("train on one corpus and test on the other, too, as ser cross does"),
    force: z.boolean().default(false).describe(TELLS.force),
  })
  .describe("An experiment: the product of its settings is run by ser run");

/** An experiment as its file tells it, with all defaults. */
export type ExperimentFile = z.infer<typeof experimentSchema>;

import { basename } from "node:path";
import { type ParseError, parse, printParseErrorCode } from "jsonc-parser";
import { InputError } from "../../check";
import { decodeText } from "../../disk/decode-text";
import { readNamedFile } from "../../disk/read-named-file";
import { experimentError } from "./experiment-error";
import { withPaths } from "./experiment-paths";
import { type ExperimentFile, experimentSchema } from "./experiment-schema";
import { listOf } from "./list-of";

/**
 * Reads an experiment file: JSON, in which comments and commas at the end are allowed. Its paths
 * count from its folder.
 *
 * @throws InputError naming the file, and the line or the setting that is wrong
 * ```ts
 * readExperimentFile("experiment.json").seeds // [0, 1, 2]
 * ```
 */
export function readExperimentFile(path: string): ExperimentFile {
  const file = basename(path);
  const text = decodeText(readNamedFile(path), file);
  const errors: ParseError[] = [];
  const value = parse(text, errors, { allowTrailingComma: true });
  if (errors.length > 0) {
    const line = text.slice(0, errors[0].offset).split("\n").length;
    throw new InputError(`${file} line ${line} is no JSON: ${printParseErrorCode(errors[0].error)}`);
  }
  const read = experimentSchema.safeParse(value);
  const wrong = read.success ? togetherError(read.data) : experimentError(read.error.issues, value);
  if (wrong === undefined && read.success) return withPaths(read.data, path);
  throw new InputError(`${file}: ${wrong}; docs/experiment.schema.json tells what it may hold`);
}

/** Settings that are right each for itself and do not go together. */
function togetherError({
  corpora,
  features,
  cross,
  normalize,
  augment,
  stress,
  noise,
}: ExperimentFile): string | undefined {
  const places = listOf(corpora);
  const hasTables = places.some((one) => typeof one === "object" && "table" in one);
  const alters = augment.length > 0 || stress !== false;
  if (features === undefined && !places.every((one) => typeof one === "object" && "table" in one))
    return '"features" is missing; a table alone has its own';
  if (hasTables && alters) return '"augment" and "stress" alter recordings, and a table has none';
  if (hasTables && cross) return '"cross" takes corpora, not tables';
  if (cross && places.length < 2) return '"cross" needs two corpora or more';
  if (!cross && listOf(normalize).includes("corpus"))
    return '"normalize": "corpus" is for a matrix across corpora, which "cross": true asks for';
  if (noise !== undefined && stress === false) return '"noise" goes with "stress"';
  return undefined;
}

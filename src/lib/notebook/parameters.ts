import * as z from "zod/mini";
import { InputError } from "../check";
import { parseJson } from "../disk/check-schema";

/** A value that a chapter's cell of parameters may set. */
export type ParameterValue = string | number | boolean;

const parametersSchema = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/**
 * What the runner hands to a chapter through the environment variable NB_PARAMS; nothing in
 * JupyterLab.
 *
 * @throws InputError where it is no object of texts, numbers, true and false
 */
export function environment(): Readonly<Record<string, ParameterValue>> {
  return parseJson(parametersSchema, process.env.NB_PARAMS ?? "{}", {
    path: "NB_PARAMS",
    cure: 'give an object such as {"corpus": "data/synthetic"}',
  });
}

/** What chapters have in common is of one kind, whoever sets it: papermill does not look. */
const kinds: Readonly<Record<string, string>> = {
  corpus: "string",
  name: "string",
  seed: "number",
  skipBad: "boolean",
};

const allowed: Readonly<Record<string, string>> = {
  string: "a text",
  number: "a whole number, zero or more",
  boolean: "true or false",
};

/**
 * Prints the parameters of a chapter as they hold.
 *
 * @throws InputError for one of the wrong kind, and for a number that is no whole one or below zero
 */
export function tellParameters(parameters: Readonly<Record<string, ParameterValue>>): void {
  for (const [name, value] of Object.entries(parameters)) {
    const kind = kinds[name] ?? typeof value;
    const isWrong = typeof value === "number" && !(value >= 0 && Number.isSafeInteger(value));
    if (typeof value !== kind || isWrong) throw new InputError(`${name}=${value} must be ${allowed[kind]}`);
    console.log(`${name} = ${value}`);
  }
}

/**
 * The assignments that follow a cell of parameters, as papermill injects them: for each parameter
 * that the cell declares with `let`.
 *
 * @example assignments('let corpus = "a";', { corpus: "b", audio: false }) // 'void (corpus = "b");'
 */
export function assignments(cell: string, given: Readonly<Record<string, ParameterValue>>): string {
  const declared = new Set([...cell.matchAll(/^let (\w+)/gm)].map(([, name]) => name));
  const lines = Object.entries(given).filter(([name]) => declared.has(name));
  // The value of a cell's last expression is shown, void is none.
  return lines.map(([name, value]) => `void (${name} = ${JSON.stringify(value)});`).join("\n");
}

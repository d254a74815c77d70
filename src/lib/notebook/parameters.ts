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

/**
 * Prints the parameters of a chapter as they hold.
 *
 * @throws InputError for a number that is none or is below zero
 */
export function tellParameters(parameters: Readonly<Record<string, ParameterValue>>): void {
  for (const [name, value] of Object.entries(parameters)) {
    if (typeof value === "number" && !(value >= 0 && Number.isSafeInteger(value)))
      throw new InputError(`${name}=${value} must be a whole number, zero or more`);
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

import { InputError } from "../check";

/** A value that a chapter's first cell may set. */
export type ParameterValue = string | number | boolean;

type Widened<T> = T extends string ? string : T extends number ? number : boolean;

/** What the runner hands to a chapter through the environment variable NB_PARAMS; nothing in JupyterLab. */
export function environment(): Readonly<Record<string, ParameterValue>> {
  try {
    return JSON.parse(process.env.NB_PARAMS ?? "{}");
  } catch {
    throw new InputError(
      `NB_PARAMS=${process.env.NB_PARAMS} must be a JSON object such as {"corpus": "data/synthetic"}`,
    );
  }
}

/**
 * A chapter's parameters: the defaults of its first cell, each replaced where the runner says otherwise. Prints what holds.
 *
 * @throws InputError where the runner's value is of another type than the default
 * @example parameters({ corpus: "data/synthetic", epochs: 30 }).epochs // 30
 */
export function parameters<T extends Record<string, ParameterValue>>(
  defaults: T,
): { readonly [Name in keyof T]: Widened<T[Name]> } {
  const given = environment();
  const values = Object.entries(defaults).map(([name, value]) => [
    name,
    sameType(name, value, given[name] ?? value),
  ]);
  for (const [name, value] of values) console.log(`${name} = ${value}`);
  return Object.fromEntries(values);
}

function sameType(name: string, standard: ParameterValue, given: ParameterValue): ParameterValue {
  if (typeof given === typeof standard) return given;
  throw new InputError(
    `${name}=${JSON.stringify(given)} must be a ${typeof standard}, as its default ${standard} is`,
  );
}

import * as z from "zod/mini";
import { InputError } from "../check";

z.config(z.locales.en());

/** Which file is read, and what is done about a damaged one. */
export interface SchemaSubject {
  readonly path: string;
  readonly cure: string;
}

/**
 * A value that was read from a file, once it has the form that its readers count on; fields beyond
 * it are kept.
 *
 * @throws InputError: one sentence with the file, the place in it, what is wanted there, and the
 *   cure
 * ```ts
 * const subject = { path: "run.json", cure: "run it again" };
 * checkSchema(z.object({ seed: z.number() }), { seed: "1" }, subject) // throws "run.json is damaged: seed: expected number, received string; run it again"
 * ```
 */
export function checkSchema<T extends z.ZodMiniType>(
  schema: T,
  value: unknown,
  { path, cure }: SchemaSubject,
): z.output<T> {
  const { success, error } = schema.safeParse(value);
  if (success) return value as z.output<T>;
  const [{ path: place, message }] = error.issues;
  const where = place.length > 0 ? `${place.join(".")}: ` : "";
  throw new InputError(`${path} is damaged: ${where}${message.replace(/^Invalid input: /, "")}; ${cure}`);
}

/**
 * The text of a JSON file as a value of a schema.
 *
 * @throws InputError where it is not JSON or of another form
 */
export function parseJson<T extends z.ZodMiniType>(
  schema: T,
  text: string,
  subject: SchemaSubject,
): z.output<T> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new InputError(`${subject.path} is damaged: it is not JSON; ${subject.cure}`);
  }
  return checkSchema(schema, value, subject);
}

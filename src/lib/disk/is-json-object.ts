/**
 * Whether a value out of JSON is an object: no list and not null.
 *
 * @example isJsonObject([]) // false
 */
export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

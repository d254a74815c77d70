/**
 * One value as a list of one.
 *
 * @example listOf("loso") // ["loso"]
 */
export function listOf<T>(value: T | readonly T[]): T[] {
  return Array.isArray(value) ? [...value] : [value as T];
}

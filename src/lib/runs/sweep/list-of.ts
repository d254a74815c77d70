/**
 * One value as a list of one; of several equal ones the first.
 *
 * @example listOf(["loso", "group-5", "loso"]) // ["loso", "group-5"]
 */
export function listOf<T>(value: T | readonly T[]): T[] {
  const all: readonly T[] = Array.isArray(value) ? value : [value as T];
  const places = all.map((one) => JSON.stringify(one));
  return all.filter((_, i) => places.indexOf(places[i]) === i);
}

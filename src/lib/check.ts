/**
 * Something that the user gave is wrong: one clear sentence with the name, the value, what is
 * allowed and the cure. Exit code 1.
 */
export class InputError extends Error {
  override readonly name = "InputError";
}

/**
 * What was caught, with the file before its sentence where it is an InputError; any other error as
 * it is.
 *
 * @example inFile(new InputError("the file is empty"), "a.wav").message // "a.wav: the file is empty"
 */
export function inFile(error: unknown, file: string): unknown {
  return error instanceof InputError ? new InputError(`${file}: ${error.message}`) : error;
}

/** The command or its options were used wrongly. Exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/**
 * Refuses a value that is not a finite number above zero.
 *
 * @example checkPositive("sampleRate", 0, "Hz") // throws "sampleRate=0 must be a positive number of Hz"
 */
export function checkPositive(name: string, value: number, unit: string): void {
  if (Number.isFinite(value) && value > 0) return;
  throw new InputError(`${name}=${value} must be a positive number of ${unit}`);
}

/**
 * Refuses a value that is not one of a list.
 *
 * @example checkOneOf("normalize", "all", ["train", "speaker"]) // throws 'normalize="all" must be one of train, speaker'
 */
export function checkOneOf<T extends string>(name: string, value: string, allowed: readonly T[]): T {
  if ((allowed as readonly string[]).includes(value)) return value as T;
  throw new InputError(`${name}="${value}" must be one of ${allowed.join(", ")}`);
}

/**
 * Refuses two lists that should go side by side and do not: "features and labels differ in length:
 * 340 rows, 339 labels".
 */
export function checkSameLength(
  nameA: string,
  a: ArrayLike<unknown>,
  nameB: string,
  b: ArrayLike<unknown>,
): void {
  if (a.length === b.length) return;
  throw new InputError(`${nameA} and ${nameB} differ in length: ${a.length} and ${b.length}`);
}

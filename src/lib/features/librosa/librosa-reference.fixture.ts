import assert from "node:assert/strict";
import type { Matrix } from "../../numbers/matrix";
import reference from "./librosa.reference.json";

type Numbers = readonly (number | null)[];

/**
 * What librosa 0.11 gives for each signal of ../audio/signals.fixture.ts; frames x columns, where a
 * matrix every fifth frame.
 */
export const librosa = reference.signals as unknown as Readonly<
  Record<string, Readonly<Record<string, Numbers>>>
>;

/** Every `frameStep`-th row and `columnStep`-th column of a matrix, as the reference keeps them. */
export function sparse(matrix: Matrix, frameStep = 5, columnStep = 1): number[] {
  const out: number[] = [];
  for (let t = 0; t < matrix.rows; t += frameStep) {
    for (let c = 0; c < matrix.columns; c += columnStep) out.push(matrix.data[t * matrix.columns + c]);
  }
  return out;
}

/**
 * Fails where a number differs from the reference by more than a share of the reference's range.
 */
export function assertNear(actual: ArrayLike<number>, expected: Numbers, name: string, share = 1e-4): void {
  assert.equal(actual.length, expected.length, `${name}: length`);
  const numbers = expected.map((value) => value ?? Number.NaN);
  const range = Math.max(...numbers) - Math.min(...numbers) || Math.abs(numbers[0]) || 1;
  numbers.forEach((value, i) => {
    const difference = Math.abs(actual[i] - value);
    assert.ok(difference <= share * range, `${name}[${i}]: ${actual[i]}, librosa ${value}, range ${range}`);
  });
}

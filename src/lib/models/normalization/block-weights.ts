import { InputError } from "../../check";

/**
 * Where feature sets stand side by side, what each standardised column is multiplied by so that
 * every set weighs the same, whatever the number of its columns: sqrt(columns / (sets x columns of
 * its set)). The squared length of a row stays that of the plain columns, so costs and kernel
 * widths keep their meaning.
 *
 * @param blocks columns of each set, in their order
 * @throws InputError where they are not those of the rows
 *
 * @example blockWeights(4, [3, 1]) // [0.816, 0.816, 0.816, 1.414]
 */
export function blockWeights(columns: number, blocks: readonly number[]): Float64Array {
  const sum = blocks.reduce((total, width) => total + width, 0);
  if (sum !== columns)
    throw new InputError(`blocks=[${blocks}] have ${sum} columns, the rows have ${columns}`);
  return Float64Array.from(
    blocks.flatMap((width) => Array<number>(width).fill(Math.sqrt(columns / (width * blocks.length)))),
  );
}

import { checkSameLength, InputError } from "../../check";

/**
 * Weights of one LSTM layer in PyTorch's order: the rows are the gates i, f, g, o with `units` rows
 * each.
 */
export interface LstmLayer {
  readonly inputs: number;
  /** Number of states; a multiple of four. */
  readonly units: number;
  /** 4 units x inputs, row-major. */
  readonly inputWeights: Float32Array;
  /** 4 units x units, row-major. */
  readonly stateWeights: Float32Array;
  /** 4 units; PyTorch's two biases added. */
  readonly biases: Float32Array;
}

/** Units that are computed at once: the numbers of one vector. */
export const UNITS_AT_ONCE = 4;
const GATES = 4;

/**
 * @throws InputError for weights whose lengths do not fit the layer's sizes, or units that are no
 *   multiple of four
 */
export function checkLayer({ inputs, units, inputWeights, stateWeights, biases }: LstmLayer): void {
  if (units % UNITS_AT_ONCE !== 0) throw new InputError(`units=${units} must be a multiple of four`);
  checkSameLength("inputWeights", inputWeights, "gates x inputs", { length: GATES * units * inputs });
  checkSameLength("stateWeights", stateWeights, "gates x units", { length: GATES * units * units });
  checkSameLength("biases", biases, "gates", { length: GATES * units });
}

/**
 * For each group of four units the biases of its four gates, then input by input their weights: in
 * the order in which `projectOne` reads.
 */
export function packInputWeights({ inputs, units, inputWeights, biases }: LstmLayer): Float32Array {
  return pack(units, [...columnsOf(biases, 1), ...columnsOf(inputWeights, inputs)]);
}

/**
 * For each group of four units state by state the weights of its four gates: in the order in which
 * `stepOne` reads.
 */
export function packStateWeights({ units, stateWeights }: LstmLayer): Float32Array {
  return pack(units, columnsOf(stateWeights, units));
}

interface Column {
  readonly matrix: Float32Array;
  readonly columns: number;
  readonly column: number;
}

function columnsOf(matrix: Float32Array, columns: number): Column[] {
  return Array.from({ length: columns }, (_, column) => ({ matrix, columns, column }));
}

function pack(units: number, from: readonly Column[]): Float32Array {
  const packed = new Float32Array(GATES * units * from.length);
  let next = 0;
  for (let firstUnit = 0; firstUnit < units; firstUnit += UNITS_AT_ONCE) {
    for (const { matrix, columns, column } of from) {
      for (let gate = 0; gate < GATES; gate++) {
        for (let unit = firstUnit; unit < firstUnit + UNITS_AT_ONCE; unit++) {
          packed[next++] = matrix[(gate * units + unit) * columns + column];
        }
      }
    }
  }
  return packed;
}

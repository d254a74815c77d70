import { type Code, f32x4, get, i32, i32x4, repeatUntilZero, set, type WasmFunction } from "./wasm-code";

const GATES = 4;
const FLOAT_BYTES = 4;
const VECTOR_BYTES = 16;
/** A group of four units: the four gates' weights of one input, or the four gates themselves. */
export const GROUP_BYTES = GATES * VECTOR_BYTES;

/** How the functions are laid out: how many rows (frames of recordings) at once, and how far apart neighbouring rows lie. */
export interface StepLayout {
  readonly rows: number;
  readonly rowBytes: number;
  readonly gateRowBytes: number;
  /** Multiply and add in one instruction (relaxed SIMD), nearly twice as fast. */
  readonly fused: boolean;
}

/**
 * `(input, inputSize, weights, gates)`: gates = W x + b of four neighbouring units, before any state is known. Parameters are addresses and a count; the
 * weights lie as `packInputWeights` puts them.
 */
export function projectFunction(name: string, layout: StepLayout): WasmFunction {
  const [input, inputSize, weights, gates] = [0, 1, 2, 3];
  const locals = localsOf(4, layout);
  const { eachGate } = locals;
  const body = [
    ...eachGate((g, _, gate) => set(gate, f32x4.load(get(weights), g * VECTOR_BYTES))),
    ...advance(weights, GROUP_BYTES),
    ...addProducts(locals, layout, input, inputSize, weights),
    ...eachGate((g, row, gate) =>
      f32x4.store(get(gates), get(gate), row * layout.gateRowBytes + g * VECTOR_BYTES),
    ),
  ];
  return { name, parameters: 4, counters: 1, vectors: locals.count, body };
}

/**
 * `(gates, state, stateSize, weights, cell, output)`: one step in time of four neighbouring units of an LSTM layer (Hochreiter & Schmidhuber 1997 with a
 * forget gate; PyTorch's gates i, f, g, o), from the projected gates:
 *
 *     i, f, o = sigmoid(gates + U h),  g = tanh(gates + U h),  c = f c + i g,  h' = o tanh(c)
 *
 * Sums run over the bias, the inputs, then the states in ascending order whatever `rows` is, so that a recording gives the same bits alone and in a batch.
 */
export function stepFunction(name: string, layout: StepLayout): WasmFunction {
  const [gates, state, stateSize, weights, cell, output] = [0, 1, 2, 3, 4, 5];
  const locals = localsOf(6, layout);
  const { eachGate, rows, scratch } = locals;
  const updateCell = (row: number) => {
    const [i, f, g, o] = upTo(GATES).map((index) => locals.gate(row, index));
    const kept = f32x4.multiply(get(f), f32x4.load(get(cell), row * layout.rowBytes));
    return [
      ...[i, f, o].flatMap((local) => sigmoid(local, scratch)),
      ...tanh(g, scratch),
      ...set(g, f32x4.add(kept, f32x4.multiply(get(i), get(g)))),
      ...f32x4.store(get(cell), get(g), row * layout.rowBytes),
      ...tanh(g, scratch),
      ...f32x4.store(get(output), f32x4.multiply(get(o), get(g)), row * layout.rowBytes),
    ];
  };
  const body = [
    ...eachGate((g, row, gate) =>
      set(gate, f32x4.load(get(gates), row * layout.gateRowBytes + g * VECTOR_BYTES)),
    ),
    ...addProducts(locals, layout, state, stateSize, weights),
    ...rows.flatMap(updateCell),
  ];
  return { name, parameters: 6, counters: 1, vectors: locals.count, body };
}

type Locals = ReturnType<typeof localsOf>;

/** Numbers of the locals after the parameters: a counter, the gates of each row, a value of each row, two scratch vectors. */
function localsOf(parameters: number, layout: StepLayout) {
  const rows = upTo(layout.rows);
  const gate = (row: number, index: number) => parameters + 1 + row * GATES + index;
  const value = (row: number) => gate(layout.rows, 0) + row;
  const eachGate = (code: (g: number, row: number, gate: number) => Code) =>
    upTo(GATES).flatMap((g) => rows.flatMap((row) => code(g, row, gate(row, g))));
  return {
    rows,
    gate,
    value,
    eachGate,
    counter: parameters,
    scratch: value(layout.rows),
    count: layout.rows * (GATES + 1) + 2,
  };
}

/** gate += weight * value over `size` values; leaves the two addresses behind the last ones. */
function addProducts(
  locals: Locals,
  layout: StepLayout,
  values: number,
  size: number,
  weights: number,
): Code {
  const { rows, gate, value, counter, scratch } = locals;
  return [
    ...set(counter, get(size)),
    ...repeatUntilZero(counter, [
      ...rows.flatMap((row) => set(value(row), f32x4.loadSplat(get(values), row * layout.rowBytes))),
      ...upTo(GATES).flatMap((g) => [
        ...set(scratch, f32x4.load(get(weights), g * VECTOR_BYTES)),
        ...rows.flatMap((row) =>
          set(gate(row, g), multiplyAdd(layout.fused, value(row), scratch, gate(row, g))),
        ),
      ]),
      ...advance(values, FLOAT_BYTES),
      ...advance(weights, GROUP_BYTES),
      ...advance(counter, -1),
    ]),
  ];
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);
const advance = (local: number, by: number) => set(local, i32.add(get(local), i32.constant(by)));

function multiplyAdd(fused: boolean, a: number, b: number, sum: number): Code {
  if (fused) return f32x4.relaxedMultiplyAdd(get(a), get(b), get(sum));
  return f32x4.add(get(sum), f32x4.multiply(get(a), get(b)));
}

/** local = 1 / (1 + exp(-local)) */
function sigmoid(local: number, scratch: number): Code {
  const one = f32x4.constant(1);
  return [
    ...set(local, f32x4.negate(get(local))),
    ...exponential(local, scratch),
    ...set(local, f32x4.divide(one, f32x4.add(one, get(local)))),
  ];
}

/** local = 2 sigmoid(2 local) - 1 */
function tanh(local: number, scratch: number): Code {
  const double = set(local, f32x4.add(get(local), get(local)));
  return [
    ...double,
    ...sigmoid(local, scratch),
    ...double,
    ...set(local, f32x4.subtract(get(local), f32x4.constant(1))),
  ];
}

/**
 * local = exp(local) to a relative 2e-7, as 2^n exp(r) with |r| <= ln(2) / 2: the logarithm of 2 is taken away in two parts (Cody & Waite 1980), the rest
 * is Taylor's series. Takes `scratch` and the local after it.
 */
function exponential(local: number, scratch: number): Code {
  // Adding 1.5 * 2^23 rounds to a whole number and leaves it in the lowest bits.
  const rounder = 1.5 * 2 ** 23;
  const rounderBits = 0x4b400000;
  const exponentBias = 127;
  const power = scratch;
  const whole = scratch + 1;
  const taylor = [1 / 5040, 1 / 720, 1 / 120, 1 / 24, 1 / 6, 1 / 2, 1, 1].map((c) => f32x4.constant(c));
  const twoToTheWhole = i32x4.shiftLeft(
    i32x4.add(get(power), i32x4.constant(exponentBias - rounderBits)),
    23,
  );
  return [
    ...set(local, f32x4.maximum(f32x4.minimum(get(local), f32x4.constant(87)), f32x4.constant(-87))),
    ...set(power, f32x4.add(f32x4.multiply(get(local), f32x4.constant(Math.LOG2E)), f32x4.constant(rounder))),
    ...set(whole, f32x4.subtract(get(power), f32x4.constant(rounder))),
    ...set(local, f32x4.subtract(get(local), f32x4.multiply(get(whole), f32x4.constant(0.693359375)))),
    ...set(local, f32x4.add(get(local), f32x4.multiply(get(whole), f32x4.constant(2.1219444e-4)))),
    ...set(
      local,
      f32x4.multiply(
        taylor.reduce((sum, coefficient) => f32x4.add(f32x4.multiply(sum, get(local)), coefficient)),
        twoToTheWhole,
      ),
    ),
  ];
}

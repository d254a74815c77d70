import { multiplyAdd, sigmoid, tanh } from "./activation-code";
import { type Code, f32x4, get, i32, repeatUntilZero, set, type WasmFunction } from "./wasm-code";

const GATES = 4;
const FLOAT_BYTES = 4;
const VECTOR_BYTES = 16;
/** A group of four units: the four gates' weights of one input, or the four gates themselves. */
export const GROUP_BYTES = GATES * VECTOR_BYTES;

/** How the functions are laid out: how many rows (frames of recordings) at once, and how far apart neighbouring rows lie. */
export interface StepLayout {
  readonly rows: number;
  readonly rowBytes: number;
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
    ...eachGate((g, row, gate) => f32x4.store(get(gates), get(gate), row * GROUP_BYTES + g * VECTOR_BYTES)),
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
      ...[i, f, o].flatMap((local) => sigmoid(local, scratch, layout.fused)),
      ...tanh(g, scratch, layout.fused),
      ...set(g, multiplyAdd(layout.fused, get(i), get(g), kept)),
      ...f32x4.store(get(cell), get(g), row * layout.rowBytes),
      ...tanh(g, scratch, layout.fused),
      ...f32x4.store(get(output), f32x4.multiply(get(o), get(g)), row * layout.rowBytes),
    ];
  };
  const body = [
    ...eachGate((g, row, gate) => set(gate, f32x4.load(get(gates), row * GROUP_BYTES + g * VECTOR_BYTES))),
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
          set(gate(row, g), multiplyAdd(layout.fused, get(value(row)), get(scratch), get(gate(row, g)))),
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

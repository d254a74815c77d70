// A step of an LSTM layer, four neighbouring units at a time in single precision, for one row
// (frame of a recording) or two neighbouring ones. AssemblyScript, which `npm run kernels` compiles
// twice: without and with relaxed SIMD, which fuses products and sums and is nearly twice as fast.
//
// Sums run over the bias, the inputs, then the states in ascending order whatever the number of
// rows, so that a recording gives the same bits alone and in a batch. Parameters are addresses and
// counts.

/**
 * One of `CONSTANTS` of lstm-kernels.ts, which stand in the memory from address 0 on, four times.
 */
// @ts-expect-error: decorator
function constant(index: usize): v128 {
  return v128.load32_splat(index << 2);
}

// @ts-expect-error: decorator
function multiplyAdd(a: v128, b: v128, c: v128): v128 {
  return ASC_FEATURE_RELAXED_SIMD ? f32x4.relaxed_madd(a, b, c) : f32x4.add(c, f32x4.mul(a, b));
}

/**
 * exp(x) as 2^n exp(r) with |r| <= ln(2) / 2 and Taylor's series of order 6 for exp(r), summed so
 * that few steps wait for each other (Estrin 1960). A relative 2e-7 near 0, less far from it, where
 * the activations are flat.
 */
// @ts-expect-error: decorator
function exponential(value: v128): v128 {
  const limited = f32x4.pmax(f32x4.pmin(value, constant(0)), constant(1));
  const power = multiplyAdd(limited, constant(2), constant(4));
  const whole = f32x4.sub(power, constant(4));
  const x = multiplyAdd(f32x4.neg(whole), constant(3), limited);
  const square = f32x4.mul(x, x);
  const highest = multiplyAdd(constant(5), square, multiplyAdd(constant(6), x, constant(7)));
  const middle = multiplyAdd(highest, square, multiplyAdd(constant(8), x, constant(9)));
  const sum = multiplyAdd(middle, square, f32x4.add(x, constant(10)));
  // Times 2^n: n is added to the exponent's bits.
  return i32x4.add(sum, i32x4.shl(power, 23));
}

/** 1 / (1 + exp(-x)), to an absolute 1e-7. */
// @ts-expect-error: decorator
function sigmoid(x: v128): v128 {
  return f32x4.div(constant(10), f32x4.add(exponential(f32x4.neg(x)), constant(10)));
}

/** 2 sigmoid(2 x) - 1, to an absolute 2e-7. */
// @ts-expect-error: decorator
function tanh(x: v128): v128 {
  const half = sigmoid(f32x4.add(x, x));
  return f32x4.sub(f32x4.add(half, half), constant(10));
}

/** c = f c + i g, h = o tanh(c) from the gates i, f, g, o; the new states to `output`. */
// @ts-expect-error: decorator
function updateCell(i: v128, f: v128, g: v128, o: v128, cell: usize, output: usize): void {
  const kept = f32x4.mul(sigmoid(f), v128.load(cell));
  const next = multiplyAdd(sigmoid(i), tanh(g), kept);
  v128.store(cell, next);
  v128.store(output, f32x4.mul(sigmoid(o), tanh(next)));
}

/** gates = W x + b of one row, before any state is known. */
export function projectOne(input: usize, size: usize, weights: usize, gates: usize): void {
  let i = v128.load(weights);
  let f = v128.load(weights, 16);
  let g = v128.load(weights, 32);
  let o = v128.load(weights, 48);
  weights += 64;
  const end = input + (size << 2);
  do {
    const value = v128.load32_splat(input);
    i = multiplyAdd(value, v128.load(weights), i);
    f = multiplyAdd(value, v128.load(weights, 16), f);
    g = multiplyAdd(value, v128.load(weights, 32), g);
    o = multiplyAdd(value, v128.load(weights, 48), o);
    input += 4;
    weights += 64;
  } while (input < end);
  v128.store(gates, i);
  v128.store(gates, f, 16);
  v128.store(gates, g, 32);
  v128.store(gates, o, 48);
}

/** The same of two rows that lie `rowBytes` apart. */
export function projectTwo(input: usize, size: usize, weights: usize, gates: usize, rowBytes: usize): void {
  let i = v128.load(weights);
  let f = v128.load(weights, 16);
  let g = v128.load(weights, 32);
  let o = v128.load(weights, 48);
  let i2 = i;
  let f2 = f;
  let g2 = g;
  let o2 = o;
  let second = input + rowBytes;
  weights += 64;
  const end = input + (size << 2);
  do {
    const value = v128.load32_splat(input);
    const value2 = v128.load32_splat(second);
    const toI = v128.load(weights);
    i = multiplyAdd(value, toI, i);
    i2 = multiplyAdd(value2, toI, i2);
    const toF = v128.load(weights, 16);
    f = multiplyAdd(value, toF, f);
    f2 = multiplyAdd(value2, toF, f2);
    const toG = v128.load(weights, 32);
    g = multiplyAdd(value, toG, g);
    g2 = multiplyAdd(value2, toG, g2);
    const toO = v128.load(weights, 48);
    o = multiplyAdd(value, toO, o);
    o2 = multiplyAdd(value2, toO, o2);
    input += 4;
    second += 4;
    weights += 64;
  } while (input < end);
  v128.store(gates, i);
  v128.store(gates, f, 16);
  v128.store(gates, g, 32);
  v128.store(gates, o, 48);
  v128.store(gates, i2, 64);
  v128.store(gates, f2, 80);
  v128.store(gates, g2, 96);
  v128.store(gates, o2, 112);
}

/**
 * One step in time of an LSTM (Hochreiter & Schmidhuber 1997 with a forget gate; PyTorch's gates i,
 * f, g, o), from the projected gates:
 *
 *     i, f, o = sigmoid(gates + U h),  g = tanh(gates + U h),  c = f c + i g,  h' = o tanh(c)
 */
export function stepOne(
  gates: usize,
  state: usize,
  size: usize,
  weights: usize,
  cell: usize,
  output: usize,
): void {
  let i = v128.load(gates);
  let f = v128.load(gates, 16);
  let g = v128.load(gates, 32);
  let o = v128.load(gates, 48);
  const end = state + (size << 2);
  do {
    const value = v128.load32_splat(state);
    i = multiplyAdd(value, v128.load(weights), i);
    f = multiplyAdd(value, v128.load(weights, 16), f);
    g = multiplyAdd(value, v128.load(weights, 32), g);
    o = multiplyAdd(value, v128.load(weights, 48), o);
    state += 4;
    weights += 64;
  } while (state < end);
  updateCell(i, f, g, o, cell, output);
}

/** The same of two rows that lie `rowBytes` apart; their gates follow one another. */
export function stepTwo(
  gates: usize,
  state: usize,
  size: usize,
  weights: usize,
  cell: usize,
  output: usize,
  rowBytes: usize,
): void {
  let i = v128.load(gates);
  let f = v128.load(gates, 16);
  let g = v128.load(gates, 32);
  let o = v128.load(gates, 48);
  let i2 = v128.load(gates, 64);
  let f2 = v128.load(gates, 80);
  let g2 = v128.load(gates, 96);
  let o2 = v128.load(gates, 112);
  let second = state + rowBytes;
  const end = state + (size << 2);
  do {
    const value = v128.load32_splat(state);
    const value2 = v128.load32_splat(second);
    const toI = v128.load(weights);
    i = multiplyAdd(value, toI, i);
    i2 = multiplyAdd(value2, toI, i2);
    const toF = v128.load(weights, 16);
    f = multiplyAdd(value, toF, f);
    f2 = multiplyAdd(value2, toF, f2);
    const toG = v128.load(weights, 32);
    g = multiplyAdd(value, toG, g);
    g2 = multiplyAdd(value2, toG, g2);
    const toO = v128.load(weights, 48);
    o = multiplyAdd(value, toO, o);
    o2 = multiplyAdd(value2, toO, o2);
    state += 4;
    second += 4;
    weights += 64;
  } while (state < end);
  updateCell(i, f, g, o, cell, output);
  updateCell(i2, f2, g2, o2, cell + rowBytes, output + rowBytes);
}

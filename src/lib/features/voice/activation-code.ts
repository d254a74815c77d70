import { type Code, f32x4, get, i32, i32x4, set } from "./wasm-code";

const FLOAT_BYTES = 4;
/** Adding 1.5 * 2^23 rounds to a whole number, which is left in the lowest bits. */
const ROUNDER = 1.5 * 2 ** 23;
const FRACTION_BITS = 23;

/** Numbers that the code reads, one after the other from address 0 of the memory on: a load is cheaper than a constant in the code. */
export const CONSTANTS = [
  87,
  -87,
  Math.LOG2E,
  Math.LN2,
  ROUNDER,
  1 / 720,
  1 / 120,
  1 / 24,
  1 / 6,
  1 / 2,
  1,
] as const;

const constant = (value: (typeof CONSTANTS)[number]) =>
  f32x4.loadSplat(i32.constant(0), FLOAT_BYTES * CONSTANTS.indexOf(value));

/** a * b + c, in one instruction where `fused`. */
export function multiplyAdd(fused: boolean, a: Code, b: Code, c: Code): Code {
  return fused ? f32x4.relaxedMultiplyAdd(a, b, c) : f32x4.add(c, f32x4.multiply(a, b));
}

/** local = 1 / (1 + exp(-local)), to an absolute 1e-7. Takes two locals from `scratch` on. */
export function sigmoid(local: number, scratch: number, fused: boolean): Code {
  return [
    ...set(local, f32x4.negate(get(local))),
    ...exponential(local, scratch, fused),
    ...set(local, f32x4.divide(constant(1), f32x4.add(get(local), constant(1)))),
  ];
}

/** local = 2 sigmoid(2 local) - 1, to an absolute 2e-7. Takes two locals from `scratch` on. */
export function tanh(local: number, scratch: number, fused: boolean): Code {
  const double = set(local, f32x4.add(get(local), get(local)));
  return [
    ...double,
    ...sigmoid(local, scratch, fused),
    ...double,
    ...set(local, f32x4.subtract(get(local), constant(1))),
  ];
}

/**
 * local = exp(local) as 2^n exp(r) with |r| <= ln(2) / 2 and Taylor's series of order 6 for exp(r), summed so that few steps wait for each other (Estrin
 * 1960). A relative 2e-7 near 0, less far from it, where the activations are flat.
 */
function exponential(local: number, scratch: number, fused: boolean): Code {
  const [power, square] = [scratch, scratch + 1];
  const x = get(local);
  const whole = f32x4.subtract(get(power), constant(ROUNDER));
  const highest = multiplyAdd(
    fused,
    constant(1 / 720),
    get(square),
    multiplyAdd(fused, constant(1 / 120), x, constant(1 / 24)),
  );
  const middle = multiplyAdd(
    fused,
    highest,
    get(square),
    multiplyAdd(fused, constant(1 / 6), x, constant(1 / 2)),
  );
  return [
    ...set(local, f32x4.pseudoMaximum(f32x4.pseudoMinimum(x, constant(87)), constant(-87))),
    ...set(power, multiplyAdd(fused, x, constant(Math.LOG2E), constant(ROUNDER))),
    ...set(local, multiplyAdd(fused, f32x4.negate(whole), constant(Math.LN2), x)),
    ...set(square, f32x4.multiply(x, x)),
    ...set(local, multiplyAdd(fused, middle, get(square), f32x4.add(x, constant(1)))),
    // Times 2^n: n is added to the exponent's bits.
    ...set(local, i32x4.add(x, i32x4.shiftLeft(get(power), FRACTION_BITS))),
  ];
}

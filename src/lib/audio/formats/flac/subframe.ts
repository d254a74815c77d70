import type { BitReader } from "./bit-reader";

/** What holds the values of a channel: whole numbers, beyond 32 bit in floating point. */
export type Values = Int32Array | Float64Array;

/** Weights of the fixed predictors of order 0 to 4. */
const fixedWeights = [[], [1], [2, -1], [3, -3, 1], [4, -6, 4, -1]];

/**
 * Decodes one channel of a frame (RFC 9639, section 9.2).
 *
 * @param bits of a value; the difference of two channels takes one more
 * @throws RangeError where the bits make no subframe, or end
 */
export function decodeSubframe(reader: BitReader, bits: number, out: Values): void {
  if (reader.unsigned(1) !== 0) throw new RangeError("has a subframe that begins wrongly");
  const type = reader.unsigned(6);
  const wasted = reader.unsigned(1) ? reader.unary() + 1 : 0;
  const width = bits - wasted;
  if (width < 1) throw new RangeError("has a subframe without bits");
  if (type === 0) out.fill(reader.signed(width));
  else if (type === 1) for (let i = 0; i < out.length; i++) out[i] = reader.signed(width);
  else if (type >= 8 && type <= 12) decodeFixed(reader, width, type - 8, out);
  else if (type >= 32) decodeLinear(reader, width, type - 31, out);
  else throw new RangeError("has a subframe of a reserved kind");
  if (wasted > 0) for (let i = 0; i < out.length; i++) out[i] *= 2 ** wasted;
}

function decodeFixed(reader: BitReader, width: number, order: number, out: Values): void {
  readFirst(reader, width, order, out);
  readResidual(reader, order, out);
  predict(out, fixedWeights[order], 0, width + order > 30);
}

function decodeLinear(reader: BitReader, width: number, order: number, out: Values): void {
  readFirst(reader, width, order, out);
  const precision = reader.unsigned(4) + 1;
  const shift = reader.signed(5);
  if (precision === 16 || shift < 0) throw new RangeError("has a predictor of a reserved kind");
  const weights = Array.from({ length: order }, () => reader.signed(precision));
  readResidual(reader, order, out);
  predict(out, weights, shift, width + precision + Math.ceil(Math.log2(order + 1)) > 31);
}

function readFirst(reader: BitReader, width: number, order: number, out: Values): void {
  if (order > out.length) throw new RangeError("has a predictor longer than a block");
  for (let i = 0; i < order; i++) out[i] = reader.signed(width);
}

/** What the predictor missed, in Rice codes (section 9.2.7), into the place of the values. */
function readResidual(reader: BitReader, order: number, out: Values): void {
  const method = reader.unsigned(2);
  if (method > 1) throw new RangeError("has a residual of a reserved kind");
  const parameterBits = 4 + method;
  const partitions = 2 ** reader.unsigned(4);
  const length = out.length / partitions;
  if (!Number.isInteger(length) || length < order) throw new RangeError("has partitions that do not fit");
  for (let p = 0, i = order; p < partitions; p++) {
    const parameter = reader.unsigned(parameterBits);
    const end = (p + 1) * length;
    if (parameter === 2 ** parameterBits - 1) {
      const width = reader.unsigned(5);
      for (; i < end; i++) out[i] = reader.signed(width);
    } else {
      for (; i < end; i++) {
        const folded = reader.unary() * 2 ** parameter + reader.unsigned(parameter);
        out[i] = folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2;
      }
    }
  }
}

/**
 * Adds what the weights make of the values before, in place. @param wide whether sums leave 32 bit
 */
function predict(out: Values, weights: readonly number[], shift: number, wide: boolean): void {
  const order = weights.length;
  const scale = 2 ** shift;
  for (let i = order; i < out.length; i++) {
    let sum = 0;
    if (wide) {
      for (let j = 0; j < order; j++) sum += weights[j] * out[i - 1 - j];
      out[i] += Math.floor(sum / scale);
    } else {
      for (let j = 0; j < order; j++) sum = (sum + Math.imul(weights[j], out[i - 1 - j])) | 0;
      out[i] += sum >> shift;
    }
  }
}

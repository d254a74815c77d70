/**
 * The orthonormal discrete cosine transform of type II, of which the first `outputs` coefficients
 * are kept (scipy.fft.dct with norm="ortho"). The table is made once.
 *
 * @example new Dct(4, 2).apply(new Float64Array([1, 1, 1, 1]), new Float64Array(2)) // [2, 0]
 */
export class Dct {
  private readonly table: Float64Array;

  constructor(
    readonly inputs: number,
    readonly outputs: number,
  ) {
    this.table = new Float64Array(inputs * outputs);
    for (let k = 0; k < outputs; k++) {
      const scale = Math.sqrt((k === 0 ? 1 : 2) / inputs);
      for (let i = 0; i < inputs; i++) {
        this.table[k * inputs + i] = scale * Math.cos((Math.PI * k * (2 * i + 1)) / (2 * inputs));
      }
    }
  }

  /**
   * The coefficients of `values` (inputs numbers) into `out` (outputs numbers), which is returned.
   */
  apply(values: Float32Array | Float64Array, out: Float64Array): Float64Array {
    const { table, inputs } = this;
    for (let k = 0; k < this.outputs; k++) {
      let sum = 0;
      for (let i = 0, at = k * inputs; i < inputs; i++, at++) sum += table[at] * values[i];
      out[k] = sum;
    }
    return out;
  }
}

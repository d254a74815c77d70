import type { Samples } from "../audio/waveform";
import { runsWasmLaggedProducts, wasmLaggedProducts } from "./kernels/wasm-lagged-products";
import { plainLaggedProducts } from "./plain-lagged-products";

/**
 * Into `out`, for each lag from `first` on, the sum over `length` samples from `at` on of a sample times the one `lag` later; beyond the end stands silence.
 * Sums in double precision. Returns `out`.
 */
export type LaggedProducts = (
  samples: Samples,
  at: number,
  length: number,
  first: number,
  out: Float64Array,
) => Float64Array;

/**
 * What correlation is made of, in vectors where the machine has them.
 *
 * @example laggedProducts(Float64Array.of(1, 2, 3), 0, 3, 0, new Float64Array(3)) // [14, 8, 3]
 */
export const laggedProducts: LaggedProducts = runsWasmLaggedProducts()
  ? wasmLaggedProducts()
  : plainLaggedProducts;

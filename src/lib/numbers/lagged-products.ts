import { runsWasmLaggedProducts, wasmLaggedProducts } from "./kernels/wasm-lagged-products";
import { type LaggedProducts, plainLaggedProducts } from "./plain-lagged-products";

/**
 * What correlation is made of, in vectors where the machine has them.
 *
 * @example laggedProducts(Float64Array.of(1, 2, 3), 0, 3, 0, new Float64Array(3)) // [14, 8, 3]
 */
export const laggedProducts: LaggedProducts = runsWasmLaggedProducts()
  ? wasmLaggedProducts()
  : plainLaggedProducts;

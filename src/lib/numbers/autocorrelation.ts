import { runsWasmAutocorrelation, wasmAutocorrelation } from "./kernels/wasm-autocorrelation";
import { type Autocorrelation, plainAutocorrelation } from "./plain-autocorrelation";

/**
 * The autocorrelation of a signal at several lags, in vectors where the machine has them.
 *
 * @example autocorrelation(Float64Array.of(1, 2, 3), 0, 3, 0, new Float64Array(3)) // [14, 8, 3]
 */
export const autocorrelation: Autocorrelation = runsWasmAutocorrelation()
  ? wasmAutocorrelation()
  : plainAutocorrelation;

import { setFlagsFromString } from "node:v8";

/**
 * Lets WebAssembly fuse products and sums, which the voice encoder is made of. Node 20 knows
 * relaxed SIMD (WebAssembly 3.0), but asks for a flag; later versions have it on.
 */
export function allowRelaxedSimd(): void {
  if (process.versions.node.startsWith("20.")) setFlagsFromString("--experimental-wasm-relaxed-simd");
}

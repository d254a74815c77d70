// Weighted sums of a spectrum, four single-precision numbers at a time. AssemblyScript, which compiles to WebAssembly:
//
//   npx --package assemblyscript@0.28.20 asc scripts/wasm-band-sums/wasm-band-sums.ts -O3 --noAssert --runtime stub --importMemory \
//     --enable simd -o wasm-band-sums.wasm && base64 -w 0 wasm-band-sums.wasm
//
// The result stands in src/lib/frames/wasm-band-sums-code.ts.

/**
 * For each band at `bands` (its first bin and its number of weights divided by eight, as 32-bit whole numbers): the sum of weights times numbers of the
 * spectrum, to `out`. The weights of all bands follow one another.
 */
export function bandSums(count: usize, bands: usize, weights: usize, spectrum: usize, out: usize): void {
  for (let band: usize = 0; band < count; band++, bands += 8) {
    let from = spectrum + (load<u32>(bands) << 2);
    let even = f32x4.splat(0);
    let odd = f32x4.splat(0);
    for (let left = load<u32>(bands, 4); left > 0; left--, from += 32, weights += 32) {
      even = f32x4.add(even, f32x4.mul(v128.load(from), v128.load(weights)));
      odd = f32x4.add(odd, f32x4.mul(v128.load(from, 16), v128.load(weights, 16)));
    }
    const four = f32x4.add(even, odd);
    const left = f32x4.extract_lane(four, 0) + f32x4.extract_lane(four, 1);
    const right = f32x4.extract_lane(four, 2) + f32x4.extract_lane(four, 3);
    f32.store(out + (band << 2), left + right);
  }
}

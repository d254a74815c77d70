// Weighted sums of runs of numbers, four in single precision at a time. AssemblyScript, which compiles to
// WebAssembly:
//
//   npx --package assemblyscript@0.28.20 asc scripts/wasm-weighted-sums/wasm-weighted-sums.ts -O3 --noAssert --runtime stub \
//     --importMemory --enable simd -o wasm-weighted-sums.wasm && base64 -w 0 wasm-weighted-sums.wasm
//
// The result stands in src/lib/audio/wasm-weighted-sums-code.ts.

/**
 * For each sum at `table` (three 32-bit whole numbers: its first number, its number of weights divided by
 * eight, and the place of its weights): the sum of weights times numbers, to `out`.
 */
export function weightedSums(count: usize, table: usize, weights: usize, numbers: usize, out: usize): void {
  for (let sum: usize = 0; sum < count; sum++, table += 12) {
    let from = numbers + (load<u32>(table) << 2);
    let weight = weights + (load<u32>(table, 8) << 2);
    let even = f32x4.splat(0);
    let odd = f32x4.splat(0);
    for (let left = load<u32>(table, 4); left > 0; left--, from += 32, weight += 32) {
      even = f32x4.add(even, f32x4.mul(v128.load(from), v128.load(weight)));
      odd = f32x4.add(odd, f32x4.mul(v128.load(from, 16), v128.load(weight, 16)));
    }
    const four = f32x4.add(even, odd);
    const low = f32x4.extract_lane(four, 0) + f32x4.extract_lane(four, 1);
    const high = f32x4.extract_lane(four, 2) + f32x4.extract_lane(four, 3);
    f32.store(out + (sum << 2), low + high);
  }
}

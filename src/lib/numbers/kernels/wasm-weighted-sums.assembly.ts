// Weighted sums of runs of numbers, four in single precision at a time. AssemblyScript, which
// compiles to WebAssembly (`npm run kernels`, into the -code.ts file beside it).

/**
 * For each sum at `table` (three 32-bit whole numbers: its first number, its number of weights
 * divided by eight, and the place of its weights): the sum of weights times numbers, to `out`. Two
 * sums of as many weights go side by side: an addition waits for the one before.
 */
export function weightedSums(count: usize, table: usize, weights: usize, numbers: usize, out: usize): void {
  for (const end = table + 12 * count; table < end; ) {
    const two = table + 12 < end && load<u32>(table, 4) === load<u32>(table, 16);
    let from = numbers + (load<u32>(table) << 2);
    let weight = weights + (load<u32>(table, 8) << 2);
    let left = load<u32>(table, 4);
    let even = f32x4.splat(0);
    let odd = f32x4.splat(0);
    if (two) {
      let from2 = numbers + (load<u32>(table, 12) << 2);
      let weight2 = weights + (load<u32>(table, 20) << 2);
      let even2 = f32x4.splat(0);
      let odd2 = f32x4.splat(0);
      for (; left > 0; left--, from += 32, weight += 32, from2 += 32, weight2 += 32) {
        even = f32x4.add(even, f32x4.mul(v128.load(from), v128.load(weight)));
        odd = f32x4.add(odd, f32x4.mul(v128.load(from, 16), v128.load(weight, 16)));
        even2 = f32x4.add(even2, f32x4.mul(v128.load(from2), v128.load(weight2)));
        odd2 = f32x4.add(odd2, f32x4.mul(v128.load(from2, 16), v128.load(weight2, 16)));
      }
      f32.store(out, total(f32x4.add(even, odd)));
      f32.store(out, total(f32x4.add(even2, odd2)), 4);
      table += 24;
      out += 8;
    } else {
      for (; left > 0; left--, from += 32, weight += 32) {
        even = f32x4.add(even, f32x4.mul(v128.load(from), v128.load(weight)));
        odd = f32x4.add(odd, f32x4.mul(v128.load(from, 16), v128.load(weight, 16)));
      }
      f32.store(out, total(f32x4.add(even, odd)));
      table += 12;
      out += 4;
    }
  }
}

function total(four: v128): f32 {
  const low = f32x4.extract_lane(four, 0) + f32x4.extract_lane(four, 1);
  const high = f32x4.extract_lane(four, 2) + f32x4.extract_lane(four, 3);
  return low + high;
}

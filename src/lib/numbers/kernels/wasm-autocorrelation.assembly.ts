// Autocorrelation at several lags, eight lags at a time in double precision. AssemblyScript, which
// `npm run kernels` compiles to the WebAssembly of the -code.ts file beside it.

/**
 * For each of `lags` lags from 0 on the sum of `length` products of the doubles at `fixed` and
 * those at `moved`, which moves on by one number from lag to lag. Sums are made for a multiple of
 * eight lags.
 */
export function autocorrelation(fixed: usize, length: usize, moved: usize, lags: usize, out: usize): void {
  const end = fixed + (length << 3);
  for (let lag: usize = 0; lag < lags; lag += 8, moved += 64, out += 64) {
    let a = f64x2.splat(0);
    let b = a;
    let c = a;
    let d = a;
    let other = moved;
    for (let i = fixed; i < end; i += 8, other += 8) {
      const value = v128.load64_splat(i);
      a = f64x2.add(a, f64x2.mul(value, v128.load(other)));
      b = f64x2.add(b, f64x2.mul(value, v128.load(other, 16)));
      c = f64x2.add(c, f64x2.mul(value, v128.load(other, 32)));
      d = f64x2.add(d, f64x2.mul(value, v128.load(other, 48)));
    }
    v128.store(out, a);
    v128.store(out, b, 16);
    v128.store(out, c, 32);
    v128.store(out, d, 48);
  }
}

/** The sum of `length` products of the doubles at `fixed` and at `moved`. */
export function product(fixed: usize, length: usize, moved: usize): f64 {
  let a = f64x2.splat(0);
  let b = a;
  let c = a;
  let d = a;
  const end = fixed + ((length & ~7) << 3);
  for (; fixed < end; fixed += 64, moved += 64) {
    a = f64x2.add(a, f64x2.mul(v128.load(fixed), v128.load(moved)));
    b = f64x2.add(b, f64x2.mul(v128.load(fixed, 16), v128.load(moved, 16)));
    c = f64x2.add(c, f64x2.mul(v128.load(fixed, 32), v128.load(moved, 32)));
    d = f64x2.add(d, f64x2.mul(v128.load(fixed, 48), v128.load(moved, 48)));
  }
  const all = f64x2.add(f64x2.add(a, b), f64x2.add(c, d));
  let sum = f64x2.extract_lane(all, 0) + f64x2.extract_lane(all, 1);
  for (let rest = length & 7; rest > 0; rest--, fixed += 8, moved += 8)
    sum += f64.load(fixed) * f64.load(moved);
  return sum;
}

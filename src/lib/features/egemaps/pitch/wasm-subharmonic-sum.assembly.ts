// Sub-harmonic summation of a magnitude spectrum, two double-precision numbers at a time.
// AssemblyScript, which `npm run kernels` compiles to the WebAssembly of the -code.ts file beside
// it. All numbers are doubles of 8 bytes; arrays may be read and written up to 64 bytes beyond
// their ends.

/**
 * Writes for each number whether it is a peak, all bits or none; a number that equals the one after
 * it is one, the last need only rise.
 */
function markPeaks(count: usize, values: usize, out: usize): void {
  const last = (count - 1) << 3;
  for (let i: usize = 8; i < last; i += 16) {
    const here = v128.load(values + i);
    const rises = f64x2.gt(here, v128.load(values + i - 8));
    v128.store(out + i, v128.and(rises, f64x2.ge(here, v128.load(values + i + 8))));
  }
  i64.store(out, f64.load(values) > f64.load(values, 8) ? -1 : 0);
  i64.store(out + last, f64.load(values + last) > f64.load(values + last - 8) ? -1 : 0);
}

/**
 * Sets what lies more than two bins from a peak to zero, between the first and the last peak.
 * `marks` is room for as many numbers.
 */
export function keepPeaks(bins: usize, spectrum: usize, marks: usize): void {
  markPeaks(bins, spectrum, marks);
  let first = marks;
  let last = marks + ((bins - 1) << 3);
  while (first < last && i64.load(first) === 0) first += 8;
  while (first < last && i64.load(last) === 0) last -= 8;
  let values = spectrum + (first - marks) + 24;
  for (let mark = first + 24; mark < last; mark += 16, values += 16) {
    const near = v128.or(v128.load(mark - 8), v128.load(mark + 8));
    const far = v128.or(v128.load(mark - 16), v128.load(mark + 16));
    const kept = v128.or(v128.load(mark), v128.or(near, far));
    v128.store(values, v128.and(v128.load(values), kept));
  }
}

/** Weights 1/4, 1/2, 1/4; the last bin stays, and nothing lies before the first. */
export function smooth(bins: usize, spectrum: usize, out: usize): void {
  const last = (bins - 1) << 3;
  const quarter = f64x2.splat(0.25);
  f64.store(spectrum - 8, 0);
  for (let i: usize = 0; i < last; i += 16) {
    const around = f64x2.add(v128.load(spectrum + i - 8), v128.load(spectrum + i + 8));
    const here = v128.load(spectrum + i);
    v128.store(out + i, f64x2.mul(quarter, f64x2.add(around, f64x2.add(here, here))));
  }
  f64.store(out + last, f64.load(spectrum + last));
}

/**
 * The second derivatives of a natural cubic spline through `values`: `gap` holds 1 / (distance to
 * the next knot); `scale`, `left` and `right` the factors of the tridiagonal system.
 */
export function curve(
  knots: usize,
  values: usize,
  gap: usize,
  scale: usize,
  left: usize,
  right: usize,
  out: usize,
): void {
  const last = (knots - 1) << 3;
  for (let k: usize = 8; k < last; k += 16) {
    const here = v128.load(values + k);
    const before = f64x2.mul(f64x2.sub(here, v128.load(values + k - 8)), v128.load(gap + k - 8));
    const after = f64x2.mul(f64x2.sub(v128.load(values + k + 8), here), v128.load(gap + k));
    v128.store(out + k, f64x2.mul(f64x2.sub(after, before), v128.load(scale + k)));
  }
  f64.store(out, 0);
  f64.store(out + last, 0);
  eliminate(out + 8, last - 8, left + 8, 8);
  eliminate(out + last - 8, last - 8, right + last - 8, -8);
}

/**
 * What an error at a knot has become so many knots further is below the last digit: it falls to a
 * quarter or less from one to the next.
 */
const settled: isize = 40;

/**
 * Takes from each number the one before times a factor, in place, from `values` on in the direction
 * of `step`. The second half runs beside the first: a sum that starts `settled` knots before it has
 * its value by then.
 */
function eliminate(values: usize, bytes: usize, factors: usize, step: isize): void {
  const count: isize = bytes >> 3;
  const half = (count >> 1) * step;
  const end = count * step;
  let first: f64 = 0;
  let second: f64 = 0;
  for (let i = step * max<isize>(0, (count >> 1) - settled); i !== half; i += step) {
    second = f64.load(values + i) - second * f64.load(factors + i);
  }
  let i: isize = 0;
  for (; i !== half; i += step) {
    first = f64.load(values + i) - first * f64.load(factors + i);
    f64.store(values + i, first);
    second = f64.load(values + i + half) - second * f64.load(factors + i + half);
    f64.store(values + i + half, second);
  }
  for (i += half; i !== end; i += step) {
    second = f64.load(values + i) - second * f64.load(factors + i);
    f64.store(values + i, second);
  }
}

/**
 * For each point the weighted sum of two neighbouring knots and their second derivatives, at least
 * zero; `terms` holds a knot's offset in bytes for each point, `weights` four numbers.
 */
export function interpolate(
  points: usize,
  values: usize,
  curvature: usize,
  offsets: usize,
  weights: usize,
  out: usize,
): void {
  for (let i: usize = 0; i < points; i++, weights += 32) {
    const knot = load<u32>(offsets + (i << 2));
    const sum = f64x2.add(
      f64x2.mul(v128.load(values + knot), v128.load(weights)),
      f64x2.mul(v128.load(curvature + knot), v128.load(weights, 16)),
    );
    f64.store(out + (i << 3), max<f64>(0, f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1)));
  }
}

/**
 * The sum of a spectrum with itself shifted by `harmonics` offsets (bytes, rising) and weighted;
 * zeros stand beyond the spectrum's end as far as the highest offset reaches.
 */
export function sumHarmonics(
  points: usize,
  spectrum: usize,
  harmonics: usize,
  shifts: usize,
  weights: usize,
  out: usize,
): void {
  for (let i: usize = 0; i < points << 3; i += 64) {
    const from = spectrum + i;
    let a = v128.load(from);
    let b = v128.load(from, 16);
    let c = v128.load(from, 32);
    let d = v128.load(from, 48);
    for (let h: usize = 0; h < harmonics; h++) {
      const shift = load<u32>(shifts + (h << 2));
      if (i + shift >= points << 3) break;
      const shifted = from + shift;
      const weight = v128.load64_splat(weights + (h << 3));
      a = f64x2.add(a, f64x2.mul(weight, v128.load(shifted)));
      b = f64x2.add(b, f64x2.mul(weight, v128.load(shifted, 16)));
      c = f64x2.add(c, f64x2.mul(weight, v128.load(shifted, 32)));
      d = f64x2.add(d, f64x2.mul(weight, v128.load(shifted, 48)));
    }
    v128.store(out + i, a);
    v128.store(out + i, b, 16);
    v128.store(out + i, c, 32);
    v128.store(out + i, d, 48);
  }
}

/** The sum of `count` numbers, filled up with zeros to a multiple of four. */
export function total(count: usize, values: usize): f64 {
  let a = f64x2.splat(0);
  let b = a;
  for (let i: usize = 0; i < count << 3; i += 32) {
    a = f64x2.add(a, v128.load(values + i));
    b = f64x2.add(b, v128.load(values + i, 16));
  }
  const both = f64x2.add(a, b);
  return f64x2.extract_lane(both, 0) + f64x2.extract_lane(both, 1);
}

/**
 * Writes the places (32 bit) of the highest peaks of `values`, the highest first, to `out`, which
 * has room for one more than `limit`; returns how many.
 */
export function highestPeaks(count: usize, values: usize, limit: usize, out: usize): usize {
  let found: usize = 0;
  let floor = f64x2.splat(-Infinity);
  for (let i: usize = 1; i < count - 1; i += 2) {
    const at = values + (i << 3);
    const here = v128.load(at);
    const around = f64x2.pmax(v128.load(at - 8), v128.load(at + 8));
    const peaks = v128.and(f64x2.gt(here, around), f64x2.gt(here, floor));
    if (!v128.any_true(peaks)) continue;
    if (i64x2.extract_lane(peaks, 0)) found = insert(i, values, found, limit, out);
    if (i64x2.extract_lane(peaks, 1) && i + 2 < count) found = insert(i + 1, values, found, limit, out);
    if (found === limit) floor = v128.load64_splat(values + (load<u32>(out + ((limit - 1) << 2)) << 3));
  }
  return found;
}

/** Puts a place among those found, by its value; returns how many there are then. */
function insert(place: usize, values: usize, found: usize, limit: usize, out: usize): usize {
  const value = f64.load(values + (place << 3));
  let rank = found;
  for (; rank > 0; rank--) {
    const better = load<u32>(out + ((rank - 1) << 2));
    if (f64.load(values + (better << 3)) >= value) break;
    store<u32>(out + (rank << 2), better);
  }
  store<u32>(out + (rank << 2), u32(place));
  return min<usize>(found + 1, limit);
}

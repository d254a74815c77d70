// Steps of sequential minimal optimisation on the dual of a support vector machine, two rows at a
// time in double precision, with the bytes of src/lib/models/svm/plain-dual-steps.ts.
// AssemblyScript, which compiles to WebAssembly; `npm run kernels` puts it into
// src/lib/numbers/kernels/wasm-dual-steps-code.ts.

const tinyCurvature: f64 = 1e-12;

/**
 * Takes up to `steps` steps on arrays of `size` doubles and a kernel of size x size singles.
 * Doubles are read two by two: after an odd number one more must be there, unable to move.
 *
 * @returns whether the optimum was reached
 */
export function takeSteps(
  size: i32,
  kernel: usize,
  diagonal: usize,
  lower: usize,
  upper: usize,
  coefficients: usize,
  slopes: usize,
  steps: i32,
  tolerance: f64,
): bool {
  let i = steepest(size, upper, coefficients, slopes);
  for (let step = 0; step < steps; step++) {
    if (i < 0) return true;
    const rowI = kernel + ((<usize>i * <usize>size) << 2);
    const j = partner(size, i, rowI, diagonal, lower, coefficients, slopes, tolerance);
    if (j < 0) return true;
    const rowJ = kernel + ((<usize>j * <usize>size) << 2);
    i = move(size, i, j, rowI, rowJ, diagonal, lower, upper, coefficients, slopes);
  }
  return false;
}

function at(array: usize, index: i32): usize {
  return array + ((<usize>index) << 3);
}

/** The place of the larger of two lanes, the later of equals. */
function placeOfLargest(values: v128, places: v128): i32 {
  const left = f64x2.extract_lane(values, 0);
  const right = f64x2.extract_lane(values, 1);
  const first = <i32>i64x2.extract_lane(places, 0);
  const second = <i32>i64x2.extract_lane(places, 1);
  if (left > right) return first;
  if (right > left) return second;
  return first > second ? first : second;
}

function steepest(size: i32, upper: usize, coefficients: usize, slopes: usize): i32 {
  let most = f64x2.splat(-Infinity);
  let places = i64x2.splat(-1);
  let here = i64x2(0, 1);
  const end = at(slopes, size);
  for (; slopes < end; slopes += 16, upper += 16, coefficients += 16) {
    const slope = v128.load(slopes);
    const rises = f64x2.lt(v128.load(coefficients), v128.load(upper));
    const better = v128.and(rises, f64x2.ge(slope, most));
    most = v128.bitselect(slope, most, better);
    places = v128.bitselect(here, places, better);
    here = i64x2.add(here, i64x2.splat(2));
  }
  return placeOfLargest(most, places);
}

function partner(
  size: i32,
  i: i32,
  row: usize,
  diagonal: usize,
  lower: usize,
  coefficients: usize,
  slopes: usize,
  tolerance: f64,
): i32 {
  const slope = v128.load64_splat(at(slopes, i));
  const curvatureI = v128.load64_splat(at(diagonal, i));
  const tiny = f64x2.splat(tinyCurvature);
  const zero = f64x2.splat(0);
  let most = f64x2.splat(-Infinity);
  let widest = f64x2.splat(-Infinity);
  let places = i64x2.splat(-1);
  let here = i64x2(0, 1);
  const end = at(slopes, size);
  for (; slopes < end; slopes += 16, diagonal += 16, lower += 16, coefficients += 16, row += 8) {
    const gap = f64x2.sub(slope, v128.load(slopes));
    const falls = f64x2.gt(v128.load(coefficients), v128.load(lower));
    const counts = v128.and(falls, f64x2.gt(gap, zero));
    if (v128.any_true(counts)) {
      widest = v128.bitselect(f64x2.max(widest, gap), widest, counts);
      const near = f64x2.promote_low_f32x4(v128.load64_zero(row));
      const sum = f64x2.add(curvatureI, v128.load(diagonal));
      const curvature = f64x2.sub(sum, f64x2.add(near, near));
      const divisor = v128.bitselect(curvature, tiny, f64x2.gt(curvature, zero));
      const gain = f64x2.div(f64x2.mul(gap, gap), divisor);
      const better = v128.and(counts, f64x2.ge(gain, most));
      most = v128.bitselect(gain, most, better);
      places = v128.bitselect(here, places, better);
    }
    here = i64x2.add(here, i64x2.splat(2));
  }
  const wide = f64x2.extract_lane(widest, 0);
  const other = f64x2.extract_lane(widest, 1);
  return (wide > other ? wide : other) < tolerance ? -1 : placeOfLargest(most, places);
}

function move(
  size: i32,
  i: i32,
  j: i32,
  rowI: usize,
  rowJ: usize,
  diagonal: usize,
  lower: usize,
  upper: usize,
  coefficients: usize,
  slopes: usize,
): i32 {
  const near = <f64>load<f32>(rowI + ((<usize>j) << 2));
  const curvature = load<f64>(at(diagonal, i)) + load<f64>(at(diagonal, j)) - 2 * near;
  const beforeI = load<f64>(at(coefficients, i));
  const beforeJ = load<f64>(at(coefficients, j));
  const roomI = load<f64>(at(upper, i)) - beforeI;
  const roomJ = beforeJ - load<f64>(at(lower, j));
  const climb = load<f64>(at(slopes, i)) - load<f64>(at(slopes, j));
  const free = climb / (curvature > 0 ? curvature : tinyCurvature);
  const room = roomI < roomJ ? roomI : roomJ;
  const step = free < room ? free : room;
  store<f64>(at(coefficients, i), step === roomI ? load<f64>(at(upper, i)) : beforeI + step);
  store<f64>(at(coefficients, j), step === roomJ ? load<f64>(at(lower, j)) : beforeJ - step);
  const changeI = f64x2.splat(load<f64>(at(coefficients, i)) - beforeI);
  const changeJ = f64x2.splat(load<f64>(at(coefficients, j)) - beforeJ);
  let most = f64x2.splat(-Infinity);
  let places = i64x2.splat(-1);
  let here = i64x2(0, 1);
  const end = at(slopes, size);
  for (; slopes < end; slopes += 16, upper += 16, coefficients += 16, rowI += 8, rowJ += 8) {
    const ofI = f64x2.mul(f64x2.promote_low_f32x4(v128.load64_zero(rowI)), changeI);
    const ofJ = f64x2.mul(f64x2.promote_low_f32x4(v128.load64_zero(rowJ)), changeJ);
    const slope = f64x2.sub(v128.load(slopes), f64x2.add(ofI, ofJ));
    v128.store(slopes, slope);
    const rises = f64x2.lt(v128.load(coefficients), v128.load(upper));
    const better = v128.and(rises, f64x2.ge(slope, most));
    most = v128.bitselect(slope, most, better);
    places = v128.bitselect(here, places, better);
    here = i64x2.add(here, i64x2.splat(2));
  }
  return placeOfLargest(most, places);
}

// The Fourier transform of real frames, two double-precision numbers at a time. AssemblyScript,
// which `npm run kernels` compiles to the WebAssembly of the -code.ts file beside it. Complex
// numbers are pairs (re, im) of 16 bytes; twiddle factors stand in memory as (re, re) and (-im,
// im).

function swapped(a: v128): v128 {
  return v128.shuffle<u64>(a, a, 1, 0);
}

function turned(a: v128, re: v128, im: v128): v128 {
  return f64x2.add(f64x2.mul(a, re), f64x2.mul(swapped(a), im));
}

/**
 * One stage of Stockham's algorithm in radix 4: `groups` times four transforms of `stride` numbers
 * become one each.
 */
function joinFour(from: usize, to: usize, groups: usize, stride: usize, turns: usize): void {
  const quarterTurn = f64x2(-1, 1);
  const step = stride << 4;
  const quarter = step * groups;
  for (let p: usize = 0; p < groups; p++, turns += 96) {
    let i = from + p * step;
    let o = to + p * step * 4;
    const end = i + step;
    const re1 = v128.load(turns);
    const im1 = v128.load(turns, 16);
    const re2 = v128.load(turns, 32);
    const im2 = v128.load(turns, 48);
    const re3 = v128.load(turns, 64);
    const im3 = v128.load(turns, 80);
    for (; i < end; i += 16, o += 16) {
      const a = v128.load(i);
      const b = v128.load(i + quarter);
      const c = v128.load(i + 2 * quarter);
      const d = v128.load(i + 3 * quarter);
      const ac = f64x2.add(a, c);
      const bd = f64x2.add(b, d);
      const down = f64x2.sub(a, c);
      const side = f64x2.mul(swapped(f64x2.sub(b, d)), quarterTurn);
      v128.store(o, f64x2.add(ac, bd));
      v128.store(o + step, turned(f64x2.sub(down, side), re1, im1));
      v128.store(o + 2 * step, turned(f64x2.sub(ac, bd), re2, im2));
      v128.store(o + 3 * step, turned(f64x2.add(down, side), re3, im3));
    }
  }
}

function joinTwo(from: usize, to: usize, stride: usize): void {
  const step = stride << 4;
  for (let q: usize = 0; q < step; q += 16) {
    const a = v128.load(from + q);
    const b = v128.load(from + q + step);
    v128.store(to + q, f64x2.add(a, b));
    v128.store(to + q + step, f64x2.sub(a, b));
  }
}

/**
 * Transforms `size` complex numbers at `from`; works in `a` and `b` and returns the one that holds
 * the result.
 */
function transform(size: usize, from: usize, a: usize, b: usize, turns: usize): usize {
  let stride: usize = 1;
  let groups = size >> 2;
  for (; groups > 0; groups >>= 2, stride <<= 2) {
    joinFour(from, a, groups, stride, turns);
    turns += 96 * groups;
    from = a;
    a = b;
    b = from;
  }
  if (stride === size) return from;
  joinTwo(from, a, stride);
  return a;
}

/**
 * Takes the transform of `size` / 2 complex numbers apart into the bins of `size` real ones, by
 * symmetry.
 */
function takeApart(size: usize, half: usize, turns: usize, out: usize): void {
  const conjugate = f64x2(1, -1);
  const backward = f64x2(1, -1);
  const one = f64.load(half);
  const other = f64.load(half + 8);
  f64.store(out, one + other);
  f64.store(out, 0, 8);
  f64.store(out + (size << 3), one - other);
  f64.store(out + (size << 3), 0, 8);
  const middle = f64x2.splat(0.5);
  let a: usize = 16;
  let b: usize = (size << 3) - 16;
  for (; a <= b; a += 16, b -= 16, turns += 32) {
    const x = f64x2.mul(v128.load(half + a), middle);
    const y = f64x2.mul(f64x2.mul(v128.load(half + b), conjugate), middle);
    const even = f64x2.add(x, y);
    const odd = f64x2.mul(swapped(f64x2.sub(x, y)), backward);
    const part = turned(odd, v128.load(turns), v128.load(turns, 16));
    v128.store(out + a, f64x2.add(even, part));
    v128.store(out + b, f64x2.mul(f64x2.sub(even, part), conjugate));
  }
}

/** Multiplies `count` numbers by a window, in place. */
export function multiply(count: usize, values: usize, window: usize): void {
  for (let i: usize = 0; i < count << 3; i += 16) {
    v128.store(values + i, f64x2.mul(v128.load(values + i), v128.load(window + i)));
  }
}

/** The spectrum of `size` real numbers at `input`: size / 2 + 1 complex numbers at `out`. */
export function spectrum(
  size: usize,
  input: usize,
  a: usize,
  b: usize,
  turns: usize,
  realTwiddles: usize,
  out: usize,
): void {
  takeApart(size, transform(size >> 1, input, a, b, turns), realTwiddles, out);
}

/** |X|^2 of `bins` complex numbers at `spectrum`, two at a time; `bins` is odd. */
export function power(bins: usize, spectrum: usize, out: usize): void {
  const last = (bins - 1) << 3;
  for (let k: usize = 0; k < last; k += 16) {
    const x = v128.load(spectrum + 2 * k);
    const y = v128.load(spectrum + 2 * k, 16);
    const xx = f64x2.mul(x, x);
    const yy = f64x2.mul(y, y);
    v128.store(out + k, f64x2.add(v128.shuffle<u64>(xx, yy, 0, 2), v128.shuffle<u64>(xx, yy, 1, 3)));
  }
  const re = f64.load(spectrum + 2 * last);
  const im = f64.load(spectrum + 2 * last, 8);
  f64.store(out + last, re * re + im * im);
}

/** Square roots of `count` numbers at `values`. */
export function squareRoots(count: usize, values: usize, out: usize): void {
  for (let i: usize = 0; i < count << 3; i += 16) v128.store(out + i, f64x2.sqrt(v128.load(values + i)));
}

// Products of dense matrices, four rows by four columns at a time in double precision.
// AssemblyScript, which `npm run kernels` compiles to the WebAssembly of the -code.ts file beside
// it.

/**
 * out += a b, element by element in the order of `depth`, so that every sum rounds as a plain
 * loop's does. Strides are in bytes; numbers of a row of b and of out follow one another. `columns`
 * is a multiple of four; with `upper`, tiles wholly below the diagonal stay as they are.
 */
export function multiplyAdd(
  a: usize,
  aRow: usize,
  aColumn: usize,
  b: usize,
  bRow: usize,
  out: usize,
  outRow: usize,
  rows: i32,
  columns: i32,
  depth: i32,
  upper: bool,
): void {
  for (let j = 0; j < columns; j += 4) {
    const end = upper && j + 4 < rows ? j + 4 : rows;
    const panel = b + ((<usize>j) << 3);
    let i = 0;
    for (; i + 4 <= end; i += 4) {
      const place = out + outRow * <usize>i + ((<usize>j) << 3);
      tile(a + aRow * <usize>i, aRow, aColumn, panel, bRow, place, outRow, depth);
    }
    for (; i < end; i++) {
      const place = out + outRow * <usize>i + ((<usize>j) << 3);
      strip(a + aRow * <usize>i, aColumn, panel, bRow, place, depth);
    }
  }
}

function tile(
  a: usize,
  aRow: usize,
  aColumn: usize,
  b: usize,
  bRow: usize,
  out: usize,
  outRow: usize,
  depth: i32,
): void {
  const out1 = out + outRow;
  const out2 = out1 + outRow;
  const out3 = out2 + outRow;
  let left0 = v128.load(out);
  let right0 = v128.load(out, 16);
  let left1 = v128.load(out1);
  let right1 = v128.load(out1, 16);
  let left2 = v128.load(out2);
  let right2 = v128.load(out2, 16);
  let left3 = v128.load(out3);
  let right3 = v128.load(out3, 16);
  let a0 = a;
  let a1 = a0 + aRow;
  let a2 = a1 + aRow;
  let a3 = a2 + aRow;
  for (let k = 0; k < depth; k++) {
    const left = v128.load(b);
    const right = v128.load(b, 16);
    const x0 = v128.load64_splat(a0);
    const x1 = v128.load64_splat(a1);
    const x2 = v128.load64_splat(a2);
    const x3 = v128.load64_splat(a3);
    left0 = f64x2.add(left0, f64x2.mul(x0, left));
    right0 = f64x2.add(right0, f64x2.mul(x0, right));
    left1 = f64x2.add(left1, f64x2.mul(x1, left));
    right1 = f64x2.add(right1, f64x2.mul(x1, right));
    left2 = f64x2.add(left2, f64x2.mul(x2, left));
    right2 = f64x2.add(right2, f64x2.mul(x2, right));
    left3 = f64x2.add(left3, f64x2.mul(x3, left));
    right3 = f64x2.add(right3, f64x2.mul(x3, right));
    a0 += aColumn;
    a1 += aColumn;
    a2 += aColumn;
    a3 += aColumn;
    b += bRow;
  }
  v128.store(out, left0);
  v128.store(out, right0, 16);
  v128.store(out1, left1);
  v128.store(out1, right1, 16);
  v128.store(out2, left2);
  v128.store(out2, right2, 16);
  v128.store(out3, left3);
  v128.store(out3, right3, 16);
}

function strip(a: usize, aColumn: usize, b: usize, bRow: usize, out: usize, depth: i32): void {
  let left = v128.load(out);
  let right = v128.load(out, 16);
  for (let k = 0; k < depth; k++) {
    const x = v128.load64_splat(a);
    left = f64x2.add(left, f64x2.mul(x, v128.load(b)));
    right = f64x2.add(right, f64x2.mul(x, v128.load(b, 16)));
    a += aColumn;
    b += bRow;
  }
  v128.store(out, left);
  v128.store(out, right, 16);
}

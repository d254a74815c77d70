import type { Matrix } from "../../numbers/matrix";

/**
 * Steps around the circles of fifths, minor thirds and major thirds, in half turns per pitch class,
 * and each circle's radius.
 */
const circles = [
  { halfTurns: 7 / 6, radius: 1 },
  { halfTurns: 3 / 2, radius: 1 },
  { halfTurns: 2 / 3, radius: 0.5 },
];

/**
 * Tonal centroids: each frame's chroma as a point on the circles of fifths, minor thirds and major
 * thirds (Harte, Sandler & Gasser 2006). Follows librosa.feature.tonnetz of a given chroma.
 *
 * @param chroma frames x 12
 * @returns frames x 6: sine and cosine on each circle; 0 for silence
 * @example
 * const onlyC = Float64Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
 * tonnetz({ rows: 1, columns: 12, data: onlyC }).data // [0, 1, 0, 1, 0, 0.5]
 */
export function tonnetz(chroma: Matrix): Matrix {
  const { rows, columns, data } = chroma;
  const out = new Float64Array(rows * 6);
  for (let t = 0; t < rows; t++) {
    const classes = data.subarray(t * columns, (t + 1) * columns);
    let sum = 0;
    for (const strength of classes) sum += Math.abs(strength);
    if (sum === 0) continue;
    for (let p = 0; p < 6; p++) out[t * 6 + p] = projection(classes, p) / sum;
  }
  return { rows, columns: 6, data: out };
}

/** Even dimensions are sines, odd ones cosines. */
function projection(classes: Float32Array | Float64Array, dimension: number): number {
  const { halfTurns, radius } = circles[dimension >> 1];
  const shift = dimension % 2 ? 0 : 0.5;
  let sum = 0;
  for (let c = 0; c < classes.length; c++) {
    const place = (12 * c) / classes.length;
    sum += classes[c] * radius * Math.cos(Math.PI * (halfTurns * place - shift));
  }
  return sum;
}

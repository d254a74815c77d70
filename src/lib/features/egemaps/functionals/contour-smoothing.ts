/**
 * Mean of each value and its two neighbours; the first and last value stand for what lies beyond
 * the ends.
 */
export function smoothed(contour: Float64Array): Float64Array {
  const out = new Float64Array(contour.length);
  const last = contour.length - 1;
  for (let i = 0; i <= last; i++) {
    out[i] = (contour[i > 0 ? i - 1 : 0] + contour[i] + contour[i < last ? i + 1 : last]) / 3;
  }
  return out;
}

/**
 * The same where 0 means "no value": zeros stay zero and are left out of their neighbours' means.
 */
export function smoothedNonZero(contour: Float64Array): Float64Array {
  const out = new Float64Array(contour.length);
  const last = contour.length - 1;
  for (let i = 0; i <= last; i++) {
    const value = contour[i];
    if (value !== 0)
      out[i] = meanOfValues(contour[i > 0 ? i - 1 : 0], value, contour[i < last ? i + 1 : last]);
  }
  return out;
}

/**
 * The values of `smoothedNonZero` that are not zero, of a contour over the frames of `pitch` in
 * which frames count as zero that are not voiced, or not unvoiced.
 *
 * @param voiced which frames are taken: pitch above zero, or not; default all
 */
export function smoothedWhere(contour: Float64Array, pitch: Float64Array, voiced?: boolean): Float64Array {
  const out = new Float64Array(pitch.length);
  const last = pitch.length - 1;
  const taken = (i: number) => (voiced === undefined || pitch[i] > 0 === voiced ? contour[i] : 0);
  let count = 0;
  for (let i = 0; i <= last; i++) {
    const value = taken(i);
    if (value === 0) continue;
    const mean = meanOfValues(i > 0 ? taken(i - 1) : value, value, i < last ? taken(i + 1) : value);
    if (mean !== 0) out[count++] = mean;
  }
  return out.subarray(0, count);
}

/** Mean of a value and those of its neighbours that are not zero. */
function meanOfValues(before: number, value: number, after: number): number {
  return (before + value + after) / (1 + (before !== 0 ? 1 : 0) + (after !== 0 ? 1 : 0));
}

/** Mean of each value and its two neighbours; the first and last value stand for what lies beyond the ends. */
export function smoothed(contour: Float64Array): Float64Array {
  const last = contour.length - 1;
  return contour.map(
    (value, i) => (contour[Math.max(0, i - 1)] + value + contour[Math.min(last, i + 1)]) / 3,
  );
}

/** The same where 0 means "no value": zeros stay zero and are left out of their neighbours' means. */
export function smoothedNonZero(contour: Float64Array): Float64Array {
  const last = contour.length - 1;
  return contour.map((value, i) => {
    if (value === 0) return 0;
    const before = contour[Math.max(0, i - 1)];
    const after = contour[Math.min(last, i + 1)];
    return (before + value + after) / (1 + Number(before !== 0) + Number(after !== 0));
  });
}

/** Spearman's rank correlation; equal values share their mean rank. 1 where both do not vary. */
export function spearman(a: readonly number[], b: readonly number[]): number {
  const [ranksA, ranksB] = [ranks(a), ranks(b)];
  const mean = (a.length - 1) / 2;
  let [cross, spreadA, spreadB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    cross += (ranksA[i] - mean) * (ranksB[i] - mean);
    spreadA += (ranksA[i] - mean) ** 2;
    spreadB += (ranksB[i] - mean) ** 2;
  }
  if (spreadA === 0 && spreadB === 0) return 1;
  return spreadA === 0 || spreadB === 0 ? 0 : cross / Math.sqrt(spreadA * spreadB);
}

function ranks(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((i, j) => values[i] - values[j]);
  const out = new Array<number>(values.length);
  for (let first = 0; first < order.length; ) {
    let last = first;
    while (last + 1 < order.length && values[order[last + 1]] === values[order[first]]) last++;
    for (let k = first; k <= last; k++) out[order[k]] = (first + last) / 2;
    first = last + 1;
  }
  return out;
}

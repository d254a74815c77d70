import { midRanks } from "../src/lib/numbers/mid-ranks";

/** Spearman's rank correlation; equal values share their mean rank. 1 where both do not vary. */
export function spearman(a: readonly number[], b: readonly number[]): number {
  const [ranksA, ranksB] = [midRanks(a), midRanks(b)];
  const mean = (a.length + 1) / 2;
  let [cross, spreadA, spreadB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    cross += (ranksA[i] - mean) * (ranksB[i] - mean);
    spreadA += (ranksA[i] - mean) ** 2;
    spreadB += (ranksB[i] - mean) ** 2;
  }
  if (spreadA === 0 && spreadB === 0) return 1;
  return spreadA === 0 || spreadB === 0 ? 0 : cross / Math.sqrt(spreadA * spreadB);
}

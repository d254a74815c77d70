import type { Random } from "../../../numbers/random";
import type { Batch } from "../network";

/**
 * Mixes every row of a batch with another one, and their targets alike: share x own + (1 - share) x
 * other, one share a batch from a Beta(alpha, alpha) distribution (Zhang et al. 2018).
 *
 * @param batches Inputs and targets, both with as many rows.
 * @example
 * const targets = { shape: [2, 2], values: Float32Array.of(1, 0, 0, 1) };
 * mixup([targets], 0.2, random(0))[0].values // [1, 0, 0, 1]
 */
export function mixup(batches: readonly Batch[], alpha: number, source: Random): Batch[] {
  const order = source.shuffle(Array.from({ length: batches[0].shape[0] }, (_, row) => row));
  const share = symmetricBeta(alpha, source);
  return batches.map((batch) => mix(batch, order, Math.max(share, 1 - share)));
}

function mix({ shape, values }: Batch, order: readonly number[], share: number): Batch {
  const size = values.length / order.length;
  const mixed = values.map((value, i) => {
    const other = order[Math.floor(i / size)] * size + (i % size);
    return share * value + (1 - share) * values[other];
  });
  return { shape, values: mixed };
}

/** Beta(alpha, alpha) for alpha <= 1 by Jöhnk's rejection (1964). */
function symmetricBeta(alpha: number, source: Random): number {
  for (;;) {
    const a = source.uniform() ** (1 / alpha);
    const b = source.uniform() ** (1 / alpha);
    if (a + b > 0 && a + b <= 1) return a / (a + b);
  }
}

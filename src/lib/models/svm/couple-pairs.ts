/** Largest change that still counts, and steps at most; 8 classes take some 30. */
const tolerance = 1e-10;
const mostSteps = 1000;

/**
 * Probabilities of classes from those of all pairs: the second method of Wu, Lin and Weng (2004,
 * "Probability estimates for multi-class classification by pairwise coupling"), which minimises the
 * sum over pairs of (r_ji p_i - r_ij p_j)^2 by their algorithm 2.
 *
 * @param ofFirst of each pair in the order 0-1, 0-2, ..., 1-2, ...: the probability of its first
 *   class, in (0, 1)
 * @example couplePairs([0.9, 0.8, 0.5], 3).map((p) => Number(p.toFixed(2))) // [0.74, 0.1, 0.16]
 */
export function couplePairs(ofFirst: ArrayLike<number>, classes: number): number[] {
  const Q = quadraticForm(ofFirst, classes);
  const p = new Array<number>(classes).fill(1 / classes);
  for (let step = 0; step < mostSteps; step++) {
    let largest = 0;
    for (let t = 0; t < classes; t++) {
      const products = Q.map((row) => dot(row, p));
      const change = (dot(products, p) - products[t]) / Q[t][t];
      largest = Math.max(largest, Math.abs(change));
      p[t] += change;
      for (let j = 0; j < classes; j++) p[j] /= 1 + change;
    }
    if (largest < tolerance) break;
  }
  return p;
}

/** Q_tt is the sum of r_jt^2 over the others, Q_tj is -r_jt r_tj. */
function quadraticForm(ofFirst: ArrayLike<number>, classes: number): number[][] {
  const Q = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  let pair = 0;
  for (let first = 0; first < classes; first++) {
    for (let second = first + 1; second < classes; second++) {
      const r = ofFirst[pair++];
      Q[first][first] += (1 - r) ** 2;
      Q[second][second] += r ** 2;
      Q[first][second] = -r * (1 - r);
      Q[second][first] = Q[first][second];
    }
  }
  return Q;
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a.reduce((sum, value, i) => sum + value * b[i], 0);
}

/**
 * A Viterbi step through a transition matrix whose rows are triangles around the diagonal: for each
 * target the highest `values[source] + log(probability of source to target)`.
 *
 * The logarithm of a triangle is concave, so the best source never falls where the target rises,
 * and halving finds all of them in n log n steps instead of n x width. Probabilities of one source
 * sum to 1, also at the ends of the range (librosa.sequence.transition_local).
 */
export class TriangularTransition {
  /** Of each target: the highest sum, after `from`. */
  readonly best: Float64Array;
  /** Of each target: the source that gives it (the first of equal ones), after `from`. */
  readonly source: Uint16Array;
  /** Log probability of a move by -reach to reach places, before the source's own scale. */
  private readonly kernel: Float64Array;
  private readonly logScale: Float64Array;
  private readonly scaled: Float64Array;

  /**
   * @param count number of places
   * @param reach furthest move, in places
   */
  constructor(
    private readonly count: number,
    private readonly reach: number,
  ) {
    const weightAt = (distance: number) => 1 - Math.abs(distance) / (reach + 1);
    this.kernel = Float64Array.from({ length: 2 * reach + 1 }, (_, i) => Math.log(weightAt(i - reach)));
    // The weights of 1 to n steps to one side.
    const side = (n: number) => n - (n * (n + 1)) / (2 * (reach + 1));
    this.logScale = Float64Array.from(
      { length: count },
      (_, place) => -Math.log(1 + side(Math.min(reach, place)) + side(Math.min(reach, count - 1 - place))),
    );
    this.scaled = new Float64Array(count);
    this.best = new Float64Array(count);
    this.source = new Uint16Array(count);
  }

  /**
   * Finds `best` and `source` for the log probabilities of the sources, which begin at `offset`.
   */
  from(values: Float64Array, offset: number): void {
    for (let i = 0; i < this.count; i++) this.scaled[i] = values[offset + i] + this.logScale[i];
    this.solve(0, this.count - 1, 0, this.count - 1);
  }

  private solve(firstTarget: number, lastTarget: number, firstSource: number, lastSource: number): void {
    if (firstTarget > lastTarget) return;
    const { scaled, kernel, reach } = this;
    const target = (firstTarget + lastTarget) >> 1;
    const end = Math.min(lastSource, target + reach);
    let source = Math.max(firstSource, target - reach);
    const toKernel = reach - target;
    let best = Number.NEGATIVE_INFINITY;
    for (let i = source; i <= end; i++) {
      const value = scaled[i] + kernel[i + toKernel];
      if (value > best) {
        best = value;
        source = i;
      }
    }
    this.best[target] = best;
    this.source[target] = source;
    this.solve(firstTarget, target - 1, firstSource, source);
    this.solve(target + 1, lastTarget, source, lastSource);
  }
}

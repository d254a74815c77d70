/** Mean over time and standard deviation of each state of an encoder, gathered frame by frame. */
export class StateStatistics {
  private frames = 0;
  private readonly sums: Float64Array;
  private readonly squares: Float64Array;

  constructor(units: number) {
    this.sums = new Float64Array(units);
    this.squares = new Float64Array(units);
  }

  /** Takes the states of one more frame. */
  add(states: Float32Array): void {
    const { sums, squares } = this;
    this.frames++;
    for (let i = 0; i < states.length; i++) {
      sums[i] += states[i];
      squares[i] += states[i] * states[i];
    }
  }

  /** All means, then all standard deviations (divided by the number of frames, as numpy's). */
  values(): number[] {
    const means = Array.from(this.sums, (sum) => sum / this.frames);
    const deviations = means.map((mean, i) =>
      Math.sqrt(Math.max(0, this.squares[i] / this.frames - mean * mean)),
    );
    return [...means, ...deviations];
  }
}

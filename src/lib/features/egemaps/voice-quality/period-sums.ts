/** The periods of a stretch of speech, in the sums that jitter and shimmer are made of. */
export class PeriodSums {
  count = 0;
  private sum = 0;
  /** Distances of neighbouring periods, the one before the stretch included. */
  private steps = 0;
  private stepSum = 0;
  /** Two amplitudes for each period, and the distances of these two. */
  private amplitudeSum = 0;
  private amplitudeStepSum = 0;

  /** @param lastPeriod the period before the stretch, in samples; 0 where there is none */
  constructor(public lastPeriod: number) {}

  /**
   * Adds a period, in samples, with its peak-to-peak amplitude and that of the equally long stretch
   * that follows it.
   */
  add(period: number, amplitude: number, nextAmplitude: number): void {
    if (this.lastPeriod > 0) {
      this.steps++;
      this.stepSum += Math.abs(period - this.lastPeriod);
    }
    this.count++;
    this.lastPeriod = period;
    this.sum += period;
    this.amplitudeSum += amplitude;
    this.amplitudeSum += nextAmplitude;
    this.amplitudeStepSum += Math.abs(nextAmplitude - amplitude);
  }

  /**
   * Mean distance of neighbouring periods relative to the mean period, at most 1; 0 where there is
   * one period alone.
   */
  get jitter(): number {
    return this.steps === 0 ? 0 : Math.min(1, this.stepSum / this.steps / (this.sum / this.count));
  }

  /**
   * Mean distance of neighbouring amplitudes relative to their mean, at most 1, as a level in dB.
   */
  get shimmerDb(): number {
    const mean = this.amplitudeSum / (2 * this.count);
    return 20 * Math.log10(1 + (mean > 0 ? Math.min(1, this.amplitudeStepSum / this.count / mean) : 0));
  }
}

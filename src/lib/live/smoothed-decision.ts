import { defaultNotSureBelow } from "./default-not-sure-below";
import type { Probabilities } from "./live-event";
import { namedProbabilities } from "./named-probabilities";

/**
 * From probabilities to decisions: averaged over the last windows, "not sure" (null) below a
 * threshold.
 */
export class SmoothedDecision {
  private recent: (readonly number[])[] = [];

  /**
   * @param labels in the order of the probabilities
   * @param windows how many windows are averaged
   */
  constructor(
    private readonly labels: readonly string[],
    private readonly windows: number,
    private readonly notSureBelow = defaultNotSureBelow(labels.length),
  ) {}

  /** A new utterance: windows of the last one do not count. */
  restart(): void {
    this.recent = [];
  }

  /** The decision of probabilities by themselves. */
  of(probabilities: readonly number[]): { probabilities: Probabilities; emotion: string | null } {
    const highest = Math.max(...probabilities);
    const emotion = highest < this.notSureBelow ? null : this.labels[probabilities.indexOf(highest)];
    return { probabilities: this.named(probabilities), emotion };
  }

  /** The decision of the last windows, this one included. */
  smooth(probabilities: readonly number[]) {
    this.recent = [...this.recent, probabilities].slice(-this.windows);
    const mean = probabilities.map(
      (_, k) => this.recent.reduce((sum, window) => sum + window[k], 0) / this.recent.length,
    );
    const { probabilities: smoothed, emotion } = this.of(mean);
    return { probabilities: this.named(probabilities), smoothed, emotion };
  }

  private named(probabilities: readonly number[]): Probabilities {
    return namedProbabilities(this.labels, probabilities);
  }
}

import type { Row } from "./classifier";
import { asMatrix, ColumnStatistics } from "./column-statistics";
import { Normalizer } from "./normalizer";

/** Statistics of fewer recordings are noisier than those of other people's. */
const FEWEST_RECORDINGS = 8;

/** What is known of one speaker's columns so far, taken in recording by recording, without labels. */
export class SpeakerStatistics {
  private statistics: ColumnStatistics | undefined;
  private count = 0;

  /** How many recordings were taken in. */
  get recordings(): number {
    return this.count;
  }

  /** Whether there are enough recordings (8) to normalise by. */
  get enough(): boolean {
    return this.count >= FEWEST_RECORDINGS;
  }

  /** Takes in one recording's row. */
  add(row: Row): void {
    this.statistics ??= new ColumnStatistics(asMatrix(row).columns);
    this.statistics.add(row);
    this.count++;
  }

  /** The speaker's own normalizer; that of the training recordings until there are enough. */
  normalizer(training: Normalizer): Normalizer {
    return this.statistics && this.enough ? Normalizer.of(this.statistics) : training;
  }
}

import type { Row } from "../../features/row";
import { asMatrix, ColumnStatistics } from "./column-statistics";
import { Normalizer } from "./normalizer";

/** As many recordings of the speaker count as much as the training statistics. */
const TRAINING_WEIGHT = 8;

/**
 * What is known of one speaker's columns so far, taken in recording by recording, without labels.
 *
 * Statistics of few recordings are noise: an SVM trained on EMO-DB's `librosa-v1` normalised by
 * speaker gets, on new speakers, a UAR of .757 by the training statistics, and by the speaker's own
 * .709 after 5 recordings, .774 after 8, .834 after 20. So the two are blended, the training
 * statistics as if they were 8 recordings: .767 after 5, .782 after 8, .823 after 20.
 */
export class SpeakerStatistics {
  private statistics: ColumnStatistics | undefined;
  private count = 0;

  /** How many recordings were taken in. */
  get recordings(): number {
    return this.count;
  }

  /** Takes in one recording's row. */
  add(row: Row): void {
    this.statistics ??= new ColumnStatistics(asMatrix(row).columns);
    this.statistics.add(row);
    this.count++;
  }

  /**
   * The speaker's means and variances blended with those of the training recordings, by number of
   * recordings.
   */
  normalizer(training: Normalizer): Normalizer {
    if (!this.statistics) return training;
    const [ownMean, ownScale] = [this.statistics.mean, this.statistics.scale()];
    const part = this.count / (this.count + TRAINING_WEIGHT);
    const blend = (ofTraining: number, ofSpeaker: number) => ofTraining + part * (ofSpeaker - ofTraining);
    const { mean, scale, weight } = training.state;
    return new Normalizer({
      mean: mean.map((value, k) => blend(value, ownMean[k])),
      scale: scale.map((value, k) => Math.sqrt(blend(value ** 2, ownScale[k] ** 2))),
      weight,
    });
  }
}

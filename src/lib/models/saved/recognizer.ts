import { InputError } from "../../check";
import type { Row } from "../../features/row";
import type { Classifier, Prediction } from "../classifier";
import type { Normalizer } from "../normalization/normalizer";
import type { SpeakerStatistics } from "../normalization/speaker-statistics";

export interface RecognizerParts {
  /** Name and version of the feature set whose rows it takes. */
  readonly featureSet: string;
  /** The set's columns, in order. */
  readonly columns: readonly string[];
  /**
   * Whether training rows were normalised by all training recordings, or each speaker's by that
   * speaker's.
   */
  readonly normalize: "train" | "speaker";
  /** Statistics of the training recordings. */
  readonly normalizer: Normalizer;
  readonly classifier: Classifier;
}

/**
 * From rows of a feature set to emotions: normalizer and classifier, fitted. Holds no state of its
 * own.
 */
export class Recognizer {
  readonly featureSet: string;
  readonly columns: readonly string[];
  readonly normalize: "train" | "speaker";
  readonly normalizer: Normalizer;
  readonly classifier: Classifier;

  constructor(parts: RecognizerParts) {
    this.featureSet = parts.featureSet;
    this.columns = parts.columns;
    this.normalize = parts.normalize;
    this.normalizer = parts.normalizer;
    this.classifier = parts.classifier;
  }

  /** The emotions, in the order of the probabilities. */
  get labels(): readonly string[] {
    return this.classifier.labels;
  }

  /**
   * One prediction per row.
   *
   * @param rows as the feature set gives them
   * @param speaker what is known of who speaks; used by a recognizer trained with normalisation by
   *   speaker, which goes by the training statistics without it
   */
  async recognize(rows: readonly Row[], speaker?: SpeakerStatistics): Promise<Prediction[]> {
    const normalizer =
      (this.normalize === "speaker" && speaker?.normalizer(this.normalizer)) || this.normalizer;
    return this.classifier.predict(rows.map((row) => normalizer.apply(row)));
  }

  /** Refuses a feature set of another name, version or columns than it was trained on. */
  checkSet(set: { readonly name: string; readonly columns: readonly string[] }): void {
    const wrong = set.columns.find((column, i) => column !== this.columns[i]);
    if (set.name === this.featureSet && wrong === undefined && set.columns.length === this.columns.length)
      return;
    throw new InputError(
      `the model takes ${this.featureSet} with ${this.columns.length} columns, not ${set.name} with ${set.columns.length}${wrong ? ` (such as ${wrong})` : ""}`,
    );
  }
}

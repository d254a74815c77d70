import { InputError } from "../../check";
import type { Row } from "../../features/row";
import type { Classifier, Prediction } from "../classifier";
import { ClusterNormalizer } from "../normalization/clustered/cluster-normalizer";
import type { VoiceSpace } from "../normalization/clustered/voice-space";
import type { Normalization } from "../normalization/normalization";
import type { Normalizer } from "../normalization/normalizer";
import type { SpeakerStatistics } from "../normalization/speaker-statistics";

export interface RecognizerParts {
  /** Name and version of the feature set whose rows it takes. */
  readonly featureSet: string;
  /** The set's columns, in order. */
  readonly columns: readonly string[];
  /**
   * Whether training rows were normalised by all training recordings, or each speaker's by that
   * speaker's; by clusters, recordings that are recognised together are by what sounds like one.
   */
  readonly normalize: SavedNormalization;
  /** Statistics of the training recordings. */
  readonly normalizer: Normalizer;
  /** The space of voices, of a recognizer trained with normalisation by clusters. */
  readonly voices?: VoiceSpace;
  readonly classifier: Classifier;
}

/** How a saved model may have been normalised. */
export type SavedNormalization = Exclude<Normalization, "corpus">;

/** What many recordings sound like that were recognised together. */
export interface TogetherRecognized {
  readonly predictions: readonly Prediction[];
  /**
   * What sounds like one speaker, of each recording, numbered from 0, where they were clustered.
   */
  readonly clusters?: readonly number[];
}

/**
 * From rows of a feature set to emotions: normalizer and classifier, fitted. Holds no state of its
 * own.
 */
export class Recognizer {
  readonly featureSet: string;
  readonly columns: readonly string[];
  readonly normalize: SavedNormalization;
  readonly normalizer: Normalizer;
  readonly voices?: VoiceSpace;
  readonly classifier: Classifier;

  constructor(parts: RecognizerParts) {
    this.featureSet = parts.featureSet;
    this.columns = parts.columns;
    this.normalize = parts.normalize;
    this.normalizer = parts.normalizer;
    this.voices = parts.voices;
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

  /**
   * One prediction per row, of recordings that may help each other: a recognizer trained with
   * normalisation by clusters finds what sounds like one speaker among two or more. Others
   * recognise one by one.
   *
   * @param rows as the feature set gives them
   */
  async recognizeTogether(rows: readonly Row[]): Promise<TogetherRecognized> {
    if (!this.voices || rows.length < 2) return { predictions: await this.recognize(rows) };
    const normalizer = new ClusterNormalizer(this.voices, this.normalizer.state.weight);
    const { rows: normalized, clusters } = normalizer.apply(rows as readonly Float64Array[]);
    return { predictions: await this.classifier.predict(normalized), clusters };
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

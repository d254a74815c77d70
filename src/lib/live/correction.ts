/** What someone says of an utterance that a model has heard. */
export interface Correction {
  readonly emotion: string;
  /** Who speaks: training needs to know voices apart. */
  readonly speaker: string;
  /** What the model had decided; empty where it was not sure. */
  readonly predicted: string;
}

/** Corrected utterances that are kept so far. */
export interface KeptCorrections {
  readonly folder: string;
  readonly recordings: number;
  readonly speakers: number;
  readonly emotions: number;
}

/** The same, as the service tells it. */
export interface TrainableCorrections extends KeptCorrections {
  /** The command that trains on them. */
  readonly train: string;
}

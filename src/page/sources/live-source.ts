import type { Waveform } from "../../lib/audio/waveform";
import type { RecordingResult } from "../../lib/live/analyse-waveform";
import type { Correction, TrainableCorrections } from "../../lib/live/correction";
import type { LiveEvent } from "../../lib/live/live-event";
import type { SavedNormalization } from "../../lib/models/saved/recognizer";
import type { SavedModelFacts } from "../../lib/models/saved/saved-model-facts";

/** What the page tells of the model. */
export interface ModelSummary {
  readonly labels: readonly string[];
  readonly featureSet: string;
  readonly normalize: SavedNormalization;
  readonly facts: SavedModelFacts;
  /** Those that answer beside it, where there are some. */
  readonly others?: readonly NamedModel[];
  /** Where the service keeps what someone corrects; absent where nothing is kept. */
  readonly corrections?: TrainableCorrections;
}

/** A model that answers beside the first one. */
export interface NamedModel extends Omit<ModelSummary, "others" | "corrections"> {
  readonly name: string;
}

/** A chosen file: as it is, and decoded. */
export interface ChosenRecording {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly waveform: Waveform;
}

/** What a stream tells the page as it goes on. */
export interface StreamListener {
  onEvents(events: readonly LiveEvent[]): void;
  /** Something to tell in words: a lost connection, say; undefined when all is well again. */
  onTrouble(message: string | undefined): void;
  /** The stream cannot go on. */
  onFailure(message: string): void;
}

/** An open stream of samples of one channel. */
export interface LiveStream {
  push(samples: Float32Array): void;
  /** Settles after the last event; whether all sound was heard to the end. */
  end(): Promise<boolean>;
}

/**
 * Where decisions come from: the service, or this browser alone. The page knows no other difference
 * between the two.
 */
export interface LiveSource {
  /** What becomes of the sound, in a sentence. */
  readonly privacy: string;
  model(): Promise<ModelSummary>;
  openStream(sampleRate: number, listener: StreamListener): LiveStream;
  /** @throws Error with a sentence for the page */
  recognizeRecording(recording: ChosenRecording): Promise<RecordingResult>;
  /** Keeps an utterance, where the model's summary tells that it can. */
  correct?(wav: Uint8Array, correction: Correction): Promise<TrainableCorrections>;
}

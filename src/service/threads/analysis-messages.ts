import type { RecordingResult } from "../../lib/live/analyse-waveform";
import type { LiveEvent } from "../../lib/live/live-event";
import type { SavedNormalization } from "../../lib/models/saved/recognizer";
import type { SavedModelFacts } from "../../lib/models/saved/saved-model-facts";
import type { StreamChoice } from "../streams/start-message";
import type { ModelSource } from "./model-source";

/** What an analysis thread is started with. */
export interface ThreadTask {
  readonly source: ModelSource;
  /** Whether others go first where processors are scarce: recordings wait, streams do not. */
  readonly isBackground: boolean;
}

/** What the service knows of the models that its threads hold. */
export interface ServedModel extends ModelFacts {
  /** Those that answer beside the first one, where there are some. */
  readonly others?: readonly (ModelFacts & { readonly name: string })[];
}

/** What is told of a model. */
export interface ModelFacts {
  /** Of a kind, such as "svm-linear". */
  readonly model: string;
  readonly labels: readonly string[];
  readonly featureSet: string;
  readonly normalize: SavedNormalization;
  readonly facts: SavedModelFacts;
  /** The card, in Markdown. */
  readonly card: string;
}

/**
 * From the service to an analysis thread, each answered once but "release"; `id` is a stream's or a
 * recording's.
 */
export type AnalysisCall =
  | { readonly type: "open"; readonly id: number; readonly options: StreamChoice }
  | { readonly type: "push"; readonly id: number; readonly samples: Float32Array }
  | { readonly type: "end"; readonly id: number }
  | { readonly type: "release"; readonly id: number }
  | RecordingCall;

export interface RecordingCall {
  readonly type: "recording";
  readonly id: number;
  /** Of the file, until it is decoded. */
  bytes: Uint8Array;
  readonly maxSeconds: number;
}

/** From an analysis thread to the service. */
export type AnalysisAnswer =
  /** `cost`: seconds of work for a second of a stream. */
  | { readonly type: "ready"; readonly model: ServedModel; readonly cost: number }
  | { readonly type: "not-ready"; readonly message: string }
  | { readonly type: "opened"; readonly id: number }
  /** The answer to a push: what it gave, and how long it had been first in line. */
  | {
      readonly type: "events";
      readonly id: number;
      readonly events: readonly LiveEvent[];
      readonly waitedSeconds: number;
    }
  | { readonly type: "ended"; readonly id: number; readonly events: readonly LiveEvent[] }
  | { readonly type: "result"; readonly id: number; readonly result: RecordingResult }
  /** `refused`: what was given is wrong; else the fault is ours. */
  | { readonly type: "failed"; readonly id: number; readonly message: string; readonly refused: boolean };

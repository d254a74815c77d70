import type { NoAnswer } from "./speech-judge";
import type { VoiceDescription } from "./voice/voice-comparison";

/** Probabilities by emotion; they sum to 1. */
export type Probabilities = Readonly<Record<string, number>>;

/** A decision over a stretch of the stream. Times are in seconds from the stream's first sample. */
interface Decision {
  readonly startSeconds: number;
  readonly endSeconds: number;
  /** Of exactly these samples, as `ser predict` gives them. */
  readonly probabilities: Probabilities;
  /** The decision; null is "not sure": no probability reaches the threshold. */
  readonly emotion: string | null;
}

/** What a model beside the first one decides of the same sound. */
export interface OtherDecision {
  /** Its name. */
  readonly model: string;
  /** Null is "not sure". */
  readonly emotion: string | null;
  readonly probabilities: Probabilities;
  /** It learned from synthetic voices: what it says of people means little. */
  readonly synthetic?: true;
}

/** Speech begins; the time is that of the first sample counted as speech. */
export interface SpeechStart {
  readonly type: "speech-start";
  readonly timeSeconds: number;
}

/** Speech has ended; the time is that of the end of its last sample, before the pause that told. */
export interface SpeechEnd {
  readonly type: "speech-end";
  readonly timeSeconds: number;
  /** What was taken for speech by its level is none, or too short: why no utterance follows. */
  readonly reason?: NoAnswer;
}

/** The sliding window moved on; `emotion` follows the smoothed probabilities. */
export interface WindowEvent extends Decision {
  readonly type: "window";
  /** Probabilities averaged over the last windows. */
  readonly smoothed: Probabilities;
}

/** The result of one utterance, right after its `speech-end`, where there is one to judge. */
export interface UtteranceEvent extends Decision {
  readonly type: "utterance";
  /** How it was said, compared with the utterances before; of streams as of one person. */
  readonly voice?: VoiceDescription;
  /**
   * How many utterances of this voice a model normalised by speaker has learned, this one among
   * them; absent where it does not.
   */
  readonly speakerUtterances?: number;
  /** What the models beside this one decide, where there are some. */
  readonly others?: readonly OtherDecision[];
}

/** What the streaming recognizer tells, in the order of time; plain JSON. */
export type LiveEvent = SpeechStart | SpeechEnd | WindowEvent | UtteranceEvent;

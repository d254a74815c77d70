import type { RecordingResult } from "../lib/live/analyse-waveform";
import type { Answer } from "../lib/live/answer-recording";
import { defaultNotSureBelow } from "../lib/live/default-not-sure-below";
import type {
  LiveEvent,
  OtherDecision,
  Probabilities,
  UtteranceEvent,
  WindowEvent,
} from "../lib/live/live-event";
import { MelHistory } from "./drawing/mel-history";
import { PeakHistory } from "./drawing/peak-history";

/** A stretch of speech; `endSeconds` is undefined while it goes on. */
export interface SpeechSpan {
  readonly startSeconds: number;
  endSeconds?: number;
}

/** A decision as the page tells it: null is "not sure". */
export interface ToldDecision {
  readonly emotion: string | null;
  readonly probabilities: Probabilities;
}

/**
 * All that is known of one recording, or of what the microphone has given since the button was
 * pressed: what the page draws.
 */
export class Session {
  readonly windows: WindowEvent[] = [];
  readonly utterances: UtteranceEvent[] = [];
  readonly speech: SpeechSpan[] = [];
  readonly spectrogram: MelHistory;
  readonly peaks: PeakHistory;
  /** Of a file only. */
  whole?: Answer & Pick<RecordingResult, "others">;
  /** Whether all of it was recognised. */
  complete = false;
  /** Of the last 50 ms or so, in dB of full scale. */
  levelDb = Number.NEGATIVE_INFINITY;
  private count = 0;

  /**
   * @param name for the exported results: the file's, or "microphone"
   * @param sampleRate in Hz
   */
  constructor(
    readonly name: string,
    readonly sampleRate: number,
  ) {
    this.spectrogram = new MelHistory(sampleRate);
    this.peaks = new PeakHistory(sampleRate);
  }

  get seconds(): number {
    return this.count / this.sampleRate;
  }

  /** Whether speech goes on. */
  get speaking(): boolean {
    const last = this.speech[this.speech.length - 1];
    return last !== undefined && last.endSeconds === undefined;
  }

  /**
   * What is told of the whole recording: not sure where an utterance would not be, undefined where
   * there is nothing to judge.
   */
  get toldWhole(): ToldDecision | undefined {
    const { emotion = null, probabilities } = this.whole ?? {};
    if (!probabilities) return undefined;
    const values = Object.values(probabilities);
    const isSure = Math.max(...values) >= defaultNotSureBelow(values.length);
    return { emotion: isSure ? emotion : null, probabilities };
  }

  /** What is told of an utterance: of a recording that is one, the same as of the whole. */
  toldOf(utterance: UtteranceEvent): ToldDecision {
    return (this.utterances.length === 1 && this.toldWhole) || utterance;
  }

  /** What the other models tell of the whole recording. */
  get toldOthers(): readonly OtherDecision[] | undefined {
    return this.whole?.others;
  }

  /** What the other models tell of an utterance: of a recording that is one, of the whole. */
  othersOf(utterance: UtteranceEvent): readonly OtherDecision[] {
    return (this.utterances.length === 1 && this.toldOthers) || (utterance.others ?? []);
  }

  /** Why nothing is told of the whole recording, or of all that was heard. */
  get reason(): string {
    return this.whole?.reason ?? "no speech found";
  }

  push(samples: Float32Array): void {
    this.count += samples.length;
    this.spectrogram.push(samples);
    this.peaks.push(samples);
    const latest = samples.subarray(-Math.round(0.05 * this.sampleRate));
    const power = latest.reduce((sum, sample) => sum + sample * sample, 0) / latest.length;
    this.levelDb = 10 * Math.log10(power + 1e-12);
  }

  add(event: LiveEvent): void {
    if (event.type === "speech-start") this.speech.push({ startSeconds: event.timeSeconds });
    else if (event.type === "speech-end") this.endSpeech(event.timeSeconds);
    else if (event.type === "window") this.windows.push(event);
    else this.utterances.push(event);
  }

  /** Ends the stretch of speech that goes on, if there is one. */
  endSpeech(timeSeconds: number): void {
    if (this.speaking) this.speech[this.speech.length - 1].endSeconds = timeSeconds;
  }
}

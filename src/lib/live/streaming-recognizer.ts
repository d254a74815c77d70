import { SampleHistory } from "../audio/sample-history";
import { StreamingResampler } from "../audio/streaming-resampler";
import { EnergyVoiceActivity, type VoiceActivityDetector } from "../audio/voice-activity";
import type { Waveform } from "../audio/waveform";
import type { FeatureTrack } from "../features/feature-set";
import type { Row } from "../features/row";
import { SpeakerStatistics } from "../models/normalization/speaker-statistics";
import type { SpeechModel } from "../models/saved/speech-model";
import type { Samples } from "../numbers/samples";
import { checkStreamOptions, StreamChecker } from "./check-stream";
import type { LiveEvent, UtteranceEvent } from "./live-event";
import { type OtherModel, OtherModels } from "./other-models";
import { SmoothedDecision } from "./smoothed-decision";
import { SpeechJudge } from "./speech-judge";
import { type SpeechChange, SpeechSegments } from "./speech-segments";
import type { StreamOptions } from "./stream-options";
import { VoiceComparison } from "./voice/voice-comparison";
import { measureVoice } from "./voice/voice-measures";

/** Windows at an utterance's beginning are shorter: from this length on. */
const shortestWindowSeconds = 1;

/**
 * Listens to a stream of samples without end: resamples it to the model's rate, finds speech, and
 * recognises it.
 *
 * - `speech-start`, `speech-end`: an utterance, with up to 0.05 s before and 0.05 s after what is
 *   told from noise. Pauses shorter than 0.7 s belong to it.
 * - `window`: every `hopSeconds` of the stream, while speech goes on, the last `windowSeconds`, or
 *   what the utterance has had so far when that is shorter, from 1 s on. No window ends in a pause
 *   or reaches beyond the utterance.
 * - `utterance`: the whole stretch from `speech-start` to `speech-end`, as `recognizeWaveform`
 *   decides for a recording of just these samples.
 *
 * Where the stretch is loud enough but no speech (a tone, noise), or too short, `speech-end` gives
 * the reason and no utterance follows, as `answerRecording` tells of a file; windows without speech
 * are left out.
 *
 * Events are the same for any chunking of the same samples. Only the last utterance or window is
 * kept, whatever the stream's length.
 *
 * @example
 * const stream = new StreamingRecognizer(await loadSpeechModel("models/lda"), { sampleRate: 16000 });
 * const events = await stream.push(tone(220).samples);
 * (await stream.end()).map(({ type }) => type) // ["speech-end"]
 */
export class StreamingRecognizer {
  private readonly resampler: StreamingResampler;
  private readonly checker: StreamChecker;
  private readonly detector: VoiceActivityDetector;
  private readonly segments: SpeechSegments;
  private readonly judge: SpeechJudge;
  private readonly history = new SampleHistory();
  private readonly decision: SmoothedDecision;
  private readonly speaker: SpeakerStatistics | undefined;
  private readonly voice = new VoiceComparison();
  private readonly others: OtherModels;
  private readonly track: FeatureTrack<Row> | undefined;
  private readonly windowSamples: number;
  private readonly hopSamples: number;
  private readonly longestSamples: number;
  private frames = 0;
  /** Windows due so far. */
  private hops = 1;
  /** Where the utterance under way starts. */
  private utteranceStart: number | undefined;
  /** Calls are served one after another. */
  private last: Promise<unknown> = Promise.resolve();

  /** @param others models that decide of the same utterances beside the first one */
  constructor(
    private readonly speechModel: SpeechModel,
    options: StreamOptions,
    others: readonly OtherModel[] = [],
  ) {
    const { sampleRate } = speechModel;
    const { windowSeconds = 3, hopSeconds = 0.5, maxUtteranceSeconds = 30, smoothing = 3 } = options;
    checkStreamOptions(options);
    this.checker = new StreamChecker(options.sampleRate);
    this.resampler = new StreamingResampler(options.sampleRate, sampleRate);
    this.detector = speechModel.detector?.(sampleRate) ?? new EnergyVoiceActivity(sampleRate);
    this.segments = new SpeechSegments({ frameSeconds: this.detector.frameSeconds });
    this.judge = new SpeechJudge(sampleRate);
    this.track = speechModel.featureSet.track?.();
    this.windowSamples = Math.round(windowSeconds * sampleRate);
    this.hopSamples = Math.round(hopSeconds * sampleRate);
    this.longestSamples = Math.round(maxUtteranceSeconds * sampleRate);
    this.decision = new SmoothedDecision(speechModel.recognizer.labels, smoothing, options.notSureBelow);
    this.speaker = options.adapt === false ? undefined : new SpeakerStatistics();
    this.others = new OtherModels(others, options.notSureBelow, options.adapt);
  }

  /**
   * Takes the next samples and tells what they bring; calls may overlap, they are served in order.
   *
   * @throws InputError for a sample that is not a finite number, with its place in the stream; the
   *   chunk is then not taken
   */
  async push(samples: Samples): Promise<LiveEvent[]> {
    this.checker.check(samples);
    const chunk = Float32Array.from(samples);
    return this.inOrder(() => this.take(this.resampler.push(chunk)));
  }

  /** The stream is over: the utterance that is under way ends. Nothing may be pushed after. */
  async end(): Promise<LiveEvent[]> {
    return this.inOrder(async () => {
      const events = await this.take(this.resampler.end());
      for (const change of this.segments.end()) events.push(...(await this.change(change)));
      return events;
    });
  }

  private inOrder<T>(work: () => Promise<T>): Promise<T> {
    const result = this.last.then(work);
    this.last = result.catch(() => undefined);
    return result;
  }

  private async take(samples: Float32Array): Promise<LiveEvent[]> {
    this.history.append(samples);
    const events: LiveEvent[] = [];
    for (const score of await this.detector.push(samples)) events.push(...(await this.frame(score)));
    this.forget();
    return events;
  }

  /** One more frame of the detector. */
  private async frame(score: number): Promise<LiveEvent[]> {
    const events: LiveEvent[] = [];
    this.frames++;
    for (const change of this.segments.push(score)) events.push(...(await this.change(change)));
    const now = this.place(this.frames);
    for (; this.hops * this.hopSamples <= now; this.hops++) {
      events.push(...(await this.window(this.hops * this.hopSamples)));
    }
    if (this.utteranceStart !== undefined && now - this.utteranceStart >= this.longestSamples) {
      for (const change of this.segments.end()) events.push(...(await this.change(change)));
    }
    return events;
  }

  private async change({ type, frame }: SpeechChange): Promise<LiveEvent[]> {
    const place = this.place(frame);
    const timeSeconds = place / this.speechModel.sampleRate;
    if (type === "start") {
      this.utteranceStart = place;
      this.decision.restart();
      return [{ type: "speech-start", timeSeconds }];
    }
    const start = this.utteranceStart!;
    this.utteranceStart = undefined;
    const reason = this.judge.whyNot(this.history.view(start, place));
    if (reason) return [{ type: "speech-end", timeSeconds, reason }];
    return [{ type: "speech-end", timeSeconds }, await this.utterance(start, place)];
  }

  private async utterance(start: number, end: number): Promise<LiveEvent> {
    const row = await this.row(start, end);
    this.speaker?.add(row);
    const [{ probabilities }] = await this.speechModel.recognizer.recognize([row], this.speaker);
    const decision = this.decision.of(probabilities);
    const waveform = { samples: this.history.view(start, end), sampleRate: this.speechModel.sampleRate };
    const others = await this.others.decide(waveform);
    return {
      type: "utterance",
      ...this.seconds(start, end),
      ...decision,
      ...this.described(waveform),
      ...(others.length > 0 && { others }),
    };
  }

  /** What an utterance tells of its voice, in a stream of one person. */
  private described(waveform: Waveform): Pick<UtteranceEvent, "voice" | "speakerUtterances"> {
    const { speaker } = this;
    const { recognizer } = this.speechModel;
    if (!speaker) return {};
    const voice = this.voice.describe(measureVoice(waveform));
    return { voice, ...(recognizer.normalize === "speaker" && { speakerUtterances: speaker.recordings }) };
  }

  private async window(end: number): Promise<LiveEvent[]> {
    if (this.utteranceStart === undefined || !this.segments.active) return [];
    const { recognizer, sampleRate } = this.speechModel;
    const start = Math.max(this.utteranceStart, end - this.windowSamples);
    if (end - start < Math.min(this.windowSamples, shortestWindowSeconds * sampleRate)) return [];
    if (this.judge.whyNot(this.history.view(start, end))) return [];
    const row = await this.row(start, end);
    const [{ probabilities }] = await recognizer.recognize([row], this.speaker);
    return [{ type: "window", ...this.seconds(start, end), ...this.decision.smooth(probabilities) }];
  }

  /** The features of exactly these samples. */
  private row(start: number, end: number): Row | Promise<Row> {
    const { featureSet, sampleRate } = this.speechModel;
    const waveform = { samples: this.history.view(start, end), sampleRate };
    return this.track ? this.track.row(waveform, start) : featureSet.extract(waveform);
  }

  private seconds(start: number, end: number) {
    const { sampleRate } = this.speechModel;
    return { startSeconds: start / sampleRate, endSeconds: end / sampleRate };
  }

  /** The sample at which a frame of the detector starts. */
  private place(frame: number): number {
    return Math.round(frame * this.detector.frameSeconds * this.speechModel.sampleRate);
  }

  private forget(): void {
    const start = this.utteranceStart ?? this.place(this.frames) - this.speechModel.sampleRate;
    this.history.forget(Math.max(0, start));
    this.track?.forget(Math.max(0, start));
  }
}

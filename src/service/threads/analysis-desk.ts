import { decodeSound } from "../../lib/audio/decode-sound";
import { resample } from "../../lib/audio/resample";
import { InputError } from "../../lib/check";
import { analyseWaveform, type RecordingResult } from "../../lib/live/analyse-waveform";
import type { OtherModel } from "../../lib/live/other-models";
import { StreamingRecognizer } from "../../lib/live/streaming-recognizer";
import type { SpeechModel } from "../../lib/models/saved/speech-model";
import type { AnalysisAnswer, AnalysisCall, RecordingCall } from "./analysis-messages";
import { collectGarbage } from "./collect-garbage";
import { Turns } from "./turns";

/** From this length on, what a recording leaves lying about in memory matters. */
const LONG_SECONDS = 60;

/**
 * Carries out what the service asks of an analysis thread: it holds the recognizers of the thread's
 * streams.
 */
export class AnalysisDesk {
  private readonly open = new Map<number, StreamingRecognizer>();
  /** Streams of which something may still wait. */
  private readonly released = new Set<number>();
  private readonly turns = new Turns();

  constructor(
    private readonly speechModel: SpeechModel,
    private readonly answer: (answer: AnalysisAnswer) => void,
    private readonly others: readonly OtherModel[] = [],
  ) {}

  /** Streams whose recognizers it holds. */
  get streams(): number {
    return this.open.size;
  }

  take(call: AnalysisCall): void {
    const { id } = call;
    if (call.type === "release") this.release(id);
    else this.turns.add(id, (waited) => this.carryOut(call, waited).catch((error) => this.fail(id, error)));
  }

  /** What waits of the stream costs nothing from now on; its opening may be among that. */
  private release(id: number): void {
    this.open.delete(id);
    this.released.add(id);
    this.turns.add(id, async () => void this.released.delete(id));
  }

  /** What waits of a stream that is gone is answered, too: the other side counts. */
  private async carryOut(call: AnalysisCall, waitedSeconds: number): Promise<void> {
    const { id } = call;
    const stream = this.open.get(id);
    switch (call.type) {
      case "open":
        if (!this.released.has(id))
          this.open.set(id, new StreamingRecognizer(this.speechModel, call.options, this.others));
        return this.answer({ type: "opened", id });
      case "push": {
        const events = (await stream?.push(call.samples)) ?? [];
        return this.answer({ type: "events", id, events, waitedSeconds });
      }
      case "end":
        this.answer({ type: "ended", id, events: (await stream?.end()) ?? [] });
        this.open.delete(id);
        return;
      case "recording":
        this.answer({ type: "result", id, result: await this.recognize(call) });
    }
  }

  /** While it is listened to, only its samples at the model's rate are held, and nothing after. */
  private async recognize(call: RecordingCall): Promise<RecordingResult> {
    try {
      const { heard, ...facts } = await this.decoded(call);
      if (facts.durationSeconds > LONG_SECONDS) collectGarbage();
      return { ...(await analyseWaveform(this.speechModel, heard, this.others)), ...facts };
    } finally {
      setImmediate(collectGarbage);
    }
  }

  /** A recording at the model's rate, with its own rate and length; the file is let go. */
  private async decoded(call: RecordingCall) {
    const waveform = await decodeSound(call.bytes, "the recording", { maxSeconds: call.maxSeconds });
    call.bytes = new Uint8Array(0);
    const { samples, sampleRate } = waveform;
    const heard = resample(waveform, this.speechModel.sampleRate);
    return { heard, sampleRate, durationSeconds: samples.length / sampleRate };
  }

  private fail(id: number, error: unknown): void {
    this.open.delete(id);
    const message = error instanceof Error ? error.message : String(error);
    this.answer({ type: "failed", id, message, refused: error instanceof InputError });
  }
}

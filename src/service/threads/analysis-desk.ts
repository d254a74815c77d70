import { decodeSound } from "../../lib/audio/decode-sound";
import { InputError } from "../../lib/check";
import { analyseWaveform } from "../../lib/live/analyse-waveform";
import { StreamingRecognizer } from "../../lib/live/streaming-recognizer";
import type { SpeechModel } from "../../lib/models/saved/speech-model";
import type { AnalysisAnswer, AnalysisCall } from "./analysis-messages";
import { Turns } from "./turns";

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
          this.open.set(id, new StreamingRecognizer(this.speechModel, call.options));
        return this.answer({ type: "opened", id });
      case "push": {
        const events = (await stream?.push(call.samples)) ?? [];
        return this.answer({ type: "events", id, events, waitedSeconds });
      }
      case "end":
        this.answer({ type: "ended", id, events: (await stream?.end()) ?? [] });
        this.open.delete(id);
        return;
      case "recording": {
        const waveform = await decodeSound(call.bytes, "the recording", { maxSeconds: call.maxSeconds });
        this.answer({ type: "result", id, result: await analyseWaveform(this.speechModel, waveform) });
      }
    }
  }

  private fail(id: number, error: unknown): void {
    this.open.delete(id);
    const message = error instanceof Error ? error.message : String(error);
    this.answer({ type: "failed", id, message, refused: error instanceof InputError });
  }
}

import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { InputError } from "../../lib/check";
import { projectRoot } from "../../lib/disk/paths";
import type { RecordingResult } from "../../lib/live/analyse-waveform";
import type { LiveEvent } from "../../lib/live/live-event";
import type { StreamChoice } from "../streams/start-message";
import type { AnalysisAnswer, AnalysisCall, ServedModel, ThreadTask } from "./analysis-messages";
import type { ModelSource } from "./model-source";
import { ThreadLoad } from "./thread-load";

/** What a stream is told by its analysis. */
export interface StreamObserver {
  readonly onOpened: () => void;
  /** The answer to one push. */
  readonly onEvents: (events: readonly LiveEvent[]) => void;
  readonly onEnded: (events: readonly LiveEvent[]) => void;
  /**
   * The stream is gone. `refused`: its samples or options were wrong; else the fault is the
   * service's.
   */
  readonly onFailed: (message: string, refused: boolean) => void;
}

/** A stream's analysis, on the thread that holds its recognizer. */
export interface StreamAnalysis {
  push(samples: Float32Array): void;
  /** Asks for the last events. */
  end(): void;
  /** Forgets the stream; harmless where it has ended. */
  release(): void;
}

/** One analysis thread: its streams and recordings, and how far it is behind. */
export class AnalysisThread {
  /** Fulfilled when the model is loaded; rejected with an InputError where it cannot be. */
  readonly ready: Promise<ServedModel>;
  /** Fulfilled when the thread is gone, and with it its streams. */
  readonly gone: Promise<void>;
  /** It could not load the model, or is gone: what it is asked is never answered. */
  lost = false;
  /** It was ended from here. */
  private closed = false;
  private readonly worker: Worker;
  private readonly observers = new Map<number, (answer: AnalysisAnswer) => void>();
  private calls = 0;
  private unanswered = 0;
  private lastAnswerAt = 0;
  /** Of its end, told to its streams. */
  private cause = "the analysis thread ended";
  private outOfMemory = false;
  private load: ThreadLoad | undefined;

  /** @param heapBytes that it may take, but for buffers; more ends it. Default: as Node has it */
  constructor(
    source: ModelSource,
    private readonly heapBytes?: number,
  ) {
    this.worker = new Worker(join(__dirname, "analysis-worker.ts"), {
      workerData: { source, isBackground: heapBytes !== undefined } satisfies ThreadTask,
      resourceLimits: heapBytes === undefined ? {} : { maxOldGenerationSizeMb: heapBytes / 2 ** 20 },
      execArgv: ["--require", join(projectRoot, "src/lib/jobs/typescript.cjs")],
    });
    this.ready = new Promise((resolve, reject) => {
      this.observers.set(0, (answer) => {
        if (answer.type === "ready") resolve(this.loaded(answer));
        else if (answer.type === "not-ready") {
          this.lost = true;
          reject(new InputError(answer.message));
          void this.close();
        } else if (answer.type === "failed") reject(new Error(answer.message));
      });
    });
    this.ready.catch(() => {}); // who waits for it is told; nobody may be waiting
    this.worker.on("message", (answer: AnalysisAnswer) => this.take(answer));
    this.gone = new Promise((resolve) => {
      this.worker.on("error", (error: NodeJS.ErrnoException) => {
        this.outOfMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
        this.cause = `the analysis thread failed: ${error.message}`;
      });
      this.worker.on("exit", () => {
        this.lost = true;
        for (const [id, observe] of this.observers)
          observe({ type: "failed", id, message: this.cause, refused: false });
        this.observers.clear();
        resolve();
      });
    });
  }

  /** Streams that it holds. */
  streams = 0;

  /** For how long it has not answered what it was asked since it has held the model. */
  get silentSeconds(): number {
    return this.load && this.unanswered > 0 ? performance.now() / 1000 - this.lastAnswerAt : 0;
  }

  /**
   * How long samples wait for their turn, at the worst of late; or for how long it has not
   * answered.
   */
  get queueSeconds(): number {
    const now = performance.now() / 1000;
    const silent = this.unanswered > 0 ? now - this.lastAnswerAt : 0;
    return Math.max(silent, this.load?.waitSeconds(now) ?? 0);
  }

  /**
   * Share of its time that its streams and one more would take, by what streams have cost so far.
   */
  get shareWithOneMore(): number {
    return this.load?.of(this.streams + 1) ?? 1;
  }

  open(options: StreamChoice, observer: StreamObserver): StreamAnalysis {
    const id = ++this.calls;
    this.streams++;
    let open = true;
    const release = () => {
      if (!open) return;
      open = false;
      this.streams--;
      this.observers.delete(id);
    };
    this.observers.set(id, (answer) => {
      if (answer.type === "opened") return observer.onOpened();
      if (answer.type === "events") return observer.onEvents(answer.events);
      release();
      if (answer.type === "ended") observer.onEnded(answer.events);
      else if (answer.type === "failed") observer.onFailed(answer.message, answer.refused);
    });
    this.ask({ type: "open", id, options });
    return {
      push: (samples) => this.ask({ type: "push", id, samples }, [samples.buffer as ArrayBuffer]),
      end: () => this.ask({ type: "end", id }),
      release: () => {
        if (open) this.post({ type: "release", id });
        release();
      },
    };
  }

  /**
   * Recognises one recording; no other may be in work.
   *
   * @param bytes of the file; a buffer of its own goes to the thread and is empty here afterwards
   * @throws InputError where it cannot be taken, or ends the thread
   */
  recognize(bytes: Uint8Array, maxSeconds: number): Promise<RecordingResult> {
    const id = ++this.calls;
    return new Promise((resolve, reject) => {
      this.observers.set(id, (answer) => {
        this.observers.delete(id);
        if (answer.type === "result") resolve(answer.result);
        else if (answer.type === "failed") reject(this.failure(answer));
      });
      const { buffer, byteLength } = bytes;
      const isWhole = buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;
      this.ask({ type: "recording", id, bytes, maxSeconds }, isWhole ? [buffer] : []);
    });
  }

  /**
   * A recording that ended the thread would end the next one, too: that is told of the recording.
   */
  private failure({ message, refused }: Extract<AnalysisAnswer, { type: "failed" }>): Error {
    if (!this.lost || this.closed) return refused ? new InputError(message) : new Error(message);
    console.error(`a recording was refused: ${message}`);
    if (!this.outOfMemory)
      return new InputError("the recording ended its analysis; convert it to WAV, or cut it");
    const most = `${this.heapBytes! / 2 ** 20} MiB`;
    return new InputError(
      `the recording takes more than ${most} of memory, which is the most that is given; cut it`,
    );
  }

  async close(cause = this.cause): Promise<void> {
    this.cause = cause;
    this.closed = true;
    await this.worker.terminate();
  }

  private ask(call: AnalysisCall, transfer: ArrayBuffer[] = []): void {
    if (this.unanswered++ === 0) this.lastAnswerAt = performance.now() / 1000;
    this.post(call, transfer);
  }

  private post(call: AnalysisCall, transfer: ArrayBuffer[] = []): void {
    this.worker.postMessage(call, transfer);
  }

  private take(answer: AnalysisAnswer): void {
    const now = performance.now() / 1000;
    this.lastAnswerAt = now;
    if (answer.type === "ready" || answer.type === "not-ready") {
      this.observers.get(0)?.(answer);
      return void this.observers.delete(0);
    }
    this.unanswered--;
    if (answer.type === "events") this.load?.note(answer.waitedSeconds, this.streams, now);
    this.observers.get(answer.id)?.(answer);
  }

  private loaded({ model, cost }: Extract<AnalysisAnswer, { type: "ready" }>): ServedModel {
    const utilization = this.worker.performance.eventLoopUtilization;
    this.load = new ThreadLoad(utilization, cost, performance.now() / 1000);
    return model;
  }
}

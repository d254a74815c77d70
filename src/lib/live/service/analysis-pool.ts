import type { RecordingResult } from "../analyse-waveform";
import type { ServedModel } from "./analysis-messages";
import { AnalysisThread, type StreamAnalysis, type StreamObserver } from "./analysis-thread";
import type { ListenerSource } from "./listener-source";
import type { ServiceLimits } from "./service-options";
import type { StreamChoice } from "./start-message";

/** The service has no room for what is asked; later it may. */
export class BusyError extends Error {
  override readonly name = "BusyError";
}

/**
 * The analysis threads: some for streams, each stream staying on the thread where it began, and one for recordings, so
 * that a long recording holds no stream up. A thread that dies is replaced; its streams end.
 */
export class AnalysisPool {
  private readonly streamThreads: AnalysisThread[];
  private recordingThread: AnalysisThread;
  private lastRecording: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(
    private readonly source: ListenerSource,
    threads: number,
    private readonly limits: ServiceLimits,
  ) {
    this.streamThreads = Array.from({ length: threads }, (_, i) =>
      this.started((thread) => {
        this.streamThreads[i] = thread;
      }),
    );
    this.recordingThread = this.started((thread) => {
      this.recordingThread = thread;
    });
  }

  /** The model, when all threads hold it. */
  async model(): Promise<ServedModel> {
    const [model] = await Promise.all(
      [...this.streamThreads, this.recordingThread].map(({ ready }) => ready),
    );
    return model;
  }

  get streams(): number {
    return this.streamThreads.reduce((sum, { streams }) => sum + streams, 0);
  }

  /** How far the least busy thread is behind. */
  get queueSeconds(): number {
    return Math.min(...this.streamThreads.map(({ queueSeconds }) => queueSeconds));
  }

  /** @throws BusyError above `maxStreams`, or where no thread has time for one more */
  open(choice: StreamChoice, observer: StreamObserver): StreamAnalysis {
    const { maxStreams, maxQueueSeconds, maxThreadShare } = this.limits;
    if (this.streams >= maxStreams) throw new BusyError(`${maxStreams} streams are open, which is the most`);
    const free = this.streamThreads.filter(
      (thread) =>
        thread.queueSeconds <= maxQueueSeconds &&
        (thread.streams === 0 || thread.shareWithOneMore <= maxThreadShare),
    );
    if (free.length === 0) throw new BusyError("the machine is busy with the streams that are open");
    return free.reduce((a, b) => (b.streams < a.streams ? b : a)).open(choice, observer);
  }

  /**
   * Recognises recordings one after the other.
   *
   * @throws InputError where the recording cannot be taken
   * @throws BusyError where it takes too long
   */
  async recognize(bytes: Uint8Array): Promise<RecordingResult> {
    const result = this.lastRecording.then(() => this.recognizeNow(bytes));
    this.lastRecording = result.catch(() => {});
    return result;
  }

  private async recognizeNow(bytes: Uint8Array): Promise<RecordingResult> {
    const { maxRecordingSeconds, maxAnalysisSeconds } = this.limits;
    if (this.closed) throw new BusyError("the service is stopping");
    const thread = this.recordingThread;
    await thread.ready;
    let tookTooLong = false;
    const timer = setTimeout(() => {
      tookTooLong = true;
      void thread.close();
    }, maxAnalysisSeconds * 1000);
    try {
      return await thread.recognize(bytes, maxRecordingSeconds);
    } catch (error) {
      if (!tookTooLong) throw error;
      throw new BusyError(`the recording was not done within ${maxAnalysisSeconds} s`);
    } finally {
      clearTimeout(timer);
      if (tookTooLong) await thread.gone; // the next one goes to the thread that takes its place
    }
  }

  /** Ends the threads, and with them what they work on. */
  async close(): Promise<void> {
    this.closed = true;
    await Promise.all([...this.streamThreads, this.recordingThread].map((thread) => thread.close()));
  }

  private started(replace: (thread: AnalysisThread) => void): AnalysisThread {
    const thread = new AnalysisThread(this.source);
    let loaded = false; // one that could not load would fail again and again
    thread.ready.then(
      () => {
        loaded = true;
      },
      () => {},
    );
    void thread.gone.then(() => {
      if (loaded && !this.closed) replace(this.started(replace));
    });
    return thread;
  }
}

import type { RecordingResult } from "../../lib/live/analyse-waveform";
import { BusyError } from "../busy-error";
import type { ServiceLimits } from "../service-options";
import type { StreamChoice } from "../streams/start-message";
import type { ServedModel } from "./analysis-messages";
import { AnalysisThread, type StreamAnalysis, type StreamObserver } from "./analysis-thread";
import type { ModelSource } from "./model-source";

/** A thread that died and could not be started again is tried again after so long. */
const RELOAD_SECONDS = 5;
/** From one look for threads that hang to the next. */
const WATCH_SECONDS = 1;
const noThread = `an analysis thread that died could not be started again; it is tried every ${RELOAD_SECONDS} s`;

/**
 * The analysis threads: some for streams, each stream staying on the thread where it began, and one
 * for recordings, so that a long recording holds no stream up, and with a limit of its memory. A
 * thread that dies is replaced; its streams end. Where that fails, it is tried again and again, and
 * what would need the thread is refused.
 */
export class AnalysisPool {
  private readonly streamThreads: AnalysisThread[];
  private recordingThread: AnalysisThread;
  private lastRecording: Promise<unknown> = Promise.resolve();
  /** All that run, those that still load in place of a lost one among them. */
  private readonly threads = new Set<AnalysisThread>();
  private readonly watchdog: NodeJS.Timeout;
  private closed = false;

  constructor(
    private readonly source: ModelSource,
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
    }, limits.maxRecordingHeapBytes);
    this.watchdog = setInterval(() => this.endHanging(), WATCH_SECONDS * 1000).unref();
  }

  /** Ends threads of streams that have hung too long; recordings have a limit of their own. */
  private endHanging(): void {
    const { maxSilentSeconds } = this.limits;
    for (const thread of this.streamThreads) {
      if (thread.lost || thread.silentSeconds <= maxSilentSeconds) continue;
      void thread.close(`the analysis thread gave no answer for ${maxSilentSeconds} s`);
    }
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

  /** Whether there are threads for streams and for recordings. */
  get isReady(): boolean {
    return this.streamThreads.some(({ lost }) => !lost) && !this.recordingThread.lost;
  }

  /** @throws BusyError above `maxStreams`, or where no thread has time for one more */
  open(choice: StreamChoice, observer: StreamObserver): StreamAnalysis {
    const { maxStreams, maxQueueSeconds, maxThreadShare } = this.limits;
    if (this.streams >= maxStreams) throw new BusyError(`${maxStreams} streams are open, which is the most`);
    const alive = this.streamThreads.filter(({ lost }) => !lost);
    if (alive.length === 0) throw new BusyError(noThread);
    const free = alive.filter(
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
   * @param isWanted asked when its turn comes; the client may have gone
   * @throws InputError where the recording cannot be taken, or ends its thread
   * @throws BusyError where it takes too long, is no longer wanted, or there is no thread for it
   */
  async recognize(bytes: Uint8Array, isWanted = () => true): Promise<RecordingResult> {
    const result = this.lastRecording.then(() => this.recognizeNow(bytes, isWanted));
    this.lastRecording = result.catch(() => {});
    return result;
  }

  private async recognizeNow(bytes: Uint8Array, isWanted: () => boolean): Promise<RecordingResult> {
    const { maxRecordingSeconds, maxAnalysisSeconds } = this.limits;
    if (this.closed) throw new BusyError("the service is stopping");
    if (!isWanted()) throw new BusyError("nobody waits for the recording");
    const thread = this.recordingThread;
    await thread.ready.catch(() => {
      throw new BusyError(noThread);
    });
    let tookTooLong = false;
    const timer = setTimeout(() => {
      tookTooLong = true;
      void thread.close();
    }, maxAnalysisSeconds * 1000);
    try {
      return await thread.recognize(bytes, maxRecordingSeconds);
    } catch (error) {
      if (this.closed) throw new BusyError("the service is stopping");
      if (!tookTooLong) throw error;
      throw new BusyError(`the recording was not done within ${maxAnalysisSeconds} s`);
    } finally {
      clearTimeout(timer);
      if (tookTooLong || thread.lost) await thread.gone; // the next one goes to the thread that takes its place
    }
  }

  /** Ends the threads, and with them what they work on. */
  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.watchdog);
    await Promise.all([...this.threads].map((thread) => thread.close()));
  }

  /** @param replace takes the thread that takes its place when it has died */
  private started(replace: (thread: AnalysisThread) => void, heapBytes?: number): AnalysisThread {
    const thread = new AnalysisThread(this.source, heapBytes);
    this.threads.add(thread);
    void thread.gone.then(() => this.threads.delete(thread));
    thread.ready.then(
      () => thread.gone.then(() => !this.closed && replace(this.restarted(replace, heapBytes))),
      () => {}, // who started it knows what to do
    );
    return thread;
  }

  /**
   * A thread for one that died; where it cannot load the model, it stays lost until a later one
   * can.
   */
  private restarted(replace: (thread: AnalysisThread) => void, heapBytes?: number): AnalysisThread {
    const thread = this.started(replace, heapBytes);
    thread.ready.catch(({ message }) => {
      if (this.closed) return;
      console.error(`an analysis thread could not be started again: ${message}`);
      const retry = () => {
        if (this.closed) return;
        const next = this.restarted(replace, heapBytes);
        next.ready.then(
          () => replace(next),
          () => {},
        );
      };
      setTimeout(retry, RELOAD_SECONDS * 1000).unref();
    });
    return thread;
  }
}

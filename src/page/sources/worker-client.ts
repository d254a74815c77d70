import type { PageAnswer } from "./worker-messages";

interface Waiting {
  resolve(value: unknown): void;
  reject(error: Error): void;
}

/**
 * The page's end of a worker that was made with `answerCalls`. The worker's code comes as text,
 * because a page that is opened from a file may not load a worker from beside it.
 */
export class WorkerClient {
  private readonly worker: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private calls = 0;

  constructor(code: string) {
    const url = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
    this.worker = new Worker(url);
    this.worker.onmessage = ({ data }: MessageEvent<PageAnswer>) => this.settle(data);
    this.worker.onerror = ({ message }) => this.failAll(message || "the page's worker could not be started");
  }

  /** @throws Error with the worker's sentence */
  call<T>(name: string, argument: unknown): Promise<T> {
    this.calls++;
    const id = this.calls;
    return new Promise<T>((resolve, reject) => {
      this.waiting.set(id, { resolve: resolve as (value: unknown) => void, reject });
      this.worker.postMessage({ id, name, argument });
    });
  }

  private settle(answer: PageAnswer): void {
    const call = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ("error" in answer) call?.reject(new Error(answer.error));
    else call?.resolve(answer.value);
  }

  private failAll(message: string): void {
    for (const { reject } of this.waiting.values()) reject(new Error(message));
    this.waiting.clear();
  }
}

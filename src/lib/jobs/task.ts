/** Told on the way through a job: so many of its steps are done. */
export type OnStep = (done: number, steps: number, note: string) => void;

/**
 * Independent work: plain input, plain output, no shared state. `module` is the absolute path of
 * the file that default-exports `run`, so that a worker can load the same function.
 */
export interface Task<Input, Output> {
  readonly module: string;
  readonly run: (input: Input, onStep?: OnStep) => Output | Promise<Output>;
  /**
   * "process" where native code may crash: that ends one job's process, which is started again.
   * Default "thread".
   */
  readonly isolation?: "thread" | "process";
  /** How the same work goes to other machines; without it, it is always done on this one. */
  readonly elsewhere?: Elsewhere<Input, Output>;
}

/**
 * A task in another machine's terms: references and digests go out, and what comes back is small.
 * Rows and sound stay in the folders that all machines see.
 */
export interface Elsewhere<Input, Output> {
  /**
   * Absolute path of a file under src/lib that default-exports a function of the reference to a
   * JSON value.
   */
  readonly module: string;
  /** A job as JSON; equal references are the same job. */
  refer(input: Input): JobReference;
  /** What the answer stands for, looked up where it lies. */
  resolve(answer: unknown, input: Input): Output | Promise<Output>;
}

/** A job as a message carries it; each task adds what it needs. */
export interface JobReference {
  /** What people call the job: "librosa-v1 of wav/a.wav and 15 more". */
  readonly name: string;
  /**
   * Recordings that the worker must see. Where its audio lies elsewhere, it puts its own `root` in.
   */
  readonly audio?: { readonly root: string; readonly files: readonly string[] };
}

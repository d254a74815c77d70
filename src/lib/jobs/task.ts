/**
 * Independent work: plain input, plain output, no shared state.
 * `module` is the absolute path of the file that default-exports `run`, so that a worker can load the same function.
 */
export interface Task<Input, Output> {
  readonly module: string;
  readonly run: (input: Input) => Output | Promise<Output>;
  /** "process" where native code may crash: that ends one job's process, which is started again. Default "thread". */
  readonly isolation?: "thread" | "process";
}

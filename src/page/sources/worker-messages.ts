/** A call to a worker of the page; `id` pairs it with its answer. */
export interface PageCall {
  readonly id: number;
  readonly name: string;
  readonly argument: unknown;
}

/** The answer: a value, or a sentence that says why there is none. */
export type PageAnswer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: string };

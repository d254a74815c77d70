import type { PageAnswer, PageCall } from "./worker-messages";

type Handlers = Readonly<Record<string, (argument: never) => unknown>>;

/** Inside a worker: answers calls by name, one after the other in the order in which they came. */
export function answerCalls(handlers: Handlers): void {
  let before: Promise<void> = Promise.resolve();
  self.onmessage = ({ data }: MessageEvent<PageCall>) => {
    before = before.then(async () => postMessage(await answerOf(handlers, data)));
  };
}

async function answerOf(handlers: Handlers, { id, name, argument }: PageCall): Promise<PageAnswer> {
  try {
    return { id, value: await handlers[name](argument as never) };
  } catch (error) {
    return { id, error: error instanceof Error ? error.message : String(error) };
  }
}

/** Messages that a decoder may give before it counts as stuck: some repeat one for ever. */
const mostMessages = 20;

/**
 * Decodes without the console's being told of every damaged frame; where messages do not end, the
 * decoder is stopped by an error.
 */
export function quietly<T>(decode: () => T): T {
  const { error } = console;
  let messages = 0;
  console.error = (message: unknown) => {
    messages++;
    if (messages > mostMessages) throw new Error(String(message));
  };
  try {
    return decode();
  } finally {
    console.error = error;
  }
}

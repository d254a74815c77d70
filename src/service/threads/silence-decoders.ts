/** How their messages begin. */
const decoders = ["@wasm-audio-decoders/", "mpg123-decoder:"];

/**
 * Keeps decoding libraries from telling the console of every damaged frame, hundreds for one file. That a file is damaged is told by the error that
 * they throw.
 */
export function silenceDecoders(): void {
  const { error } = console;
  console.error = (...parts: unknown[]) => {
    if (!decoders.some((name) => String(parts[0]).startsWith(name))) error(...parts);
  };
}

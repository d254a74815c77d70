/** What a chapter's process reports while it runs. */
export interface ChapterState {
  /** The code cell in work, from 1. */
  readonly cell: number;
  readonly cells: number;
  /** The cell's own progress line; empty when it has none. */
  readonly live: string;
}

/** A state is logged at most this often, where the stream is no terminal. */
const logEverySeconds = 20;

/**
 * Tells in a terminal how far the book is: one line that changes in place for the chapter in work,
 * one that stays for each that has ended. Elsewhere (a log file) a line every twenty seconds.
 */
export function bookProgress(stream: NodeJS.WriteStream = process.stderr) {
  let loggedSeconds = performance.now() / 1000;
  return {
    update(chapter: string, { cell, cells, live }: ChapterState): void {
      const line = `${chapter}  cell ${cell} of ${cells}  ${live.trim()}`;
      const now = performance.now() / 1000;
      if (stream.isTTY) stream.write(`\r\x1b[K${line.slice(0, (stream.columns || 80) - 1)}`);
      else if (now - loggedSeconds >= logEverySeconds) {
        stream.write(`${line}\n`);
        loggedSeconds = now;
      }
    },
    /** `why` where it did not run to its end. */
    ended(chapter: string, seconds: number, why?: string): void {
      const line = `${chapter}  ${why ?? "done"}, ${seconds.toFixed(1)} s`;
      stream.write(`${stream.isTTY ? "\r\x1b[K" : ""}${line}\n`);
    },
  };
}

/** How long work that goes on evenly still takes, in seconds; undefined before anything is done. */
export function secondsLeft(done: number, total: number, elapsedSeconds: number): number | undefined {
  return done > 0 ? (elapsedSeconds * (total - done)) / done : undefined;
}

/** A logged line at most this often, where the stream is no terminal. */
const logEverySeconds = 10;

/**
 * One live line of progress on a terminal, with the time left: "librosa-v1 120/339, 4 s left".
 * Elsewhere (a log file) a line every ten seconds, and none for short work.
 */
export function terminalProgress(stream: NodeJS.WriteStream = process.stderr) {
  const start = performance.now();
  let loggedSeconds = 0;
  return (done: number, total: number, note: string): void => {
    const elapsedSeconds = (performance.now() - start) / 1000;
    const left = secondsLeft(done, total, elapsedSeconds);
    const line = `${note} ${Math.floor(done)}/${total}${left === undefined ? "" : `, ${Math.ceil(left)} s left`}`;
    if (stream.isTTY) stream.write(`\r\x1b[K${done < total ? line : ""}`);
    else if (elapsedSeconds - loggedSeconds >= logEverySeconds) {
      stream.write(`${line}\n`);
      loggedSeconds = elapsedSeconds;
    }
  };
}

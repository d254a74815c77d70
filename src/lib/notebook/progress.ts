import { secondsLeft } from "../report/terminal-progress";
import { replaceableDisplay } from "./display";

const barWidth = 24;
const redrawEveryMilliseconds = 150;

/**
 * One live line in the cell for work that reports `(done, total, note)`: a bar, the count and the
 * time left. At rest, before the work and after it, the line says what was worked on, so that the
 * cell's output does not depend on how long it took or on what was cached.
 *
 * @param rest default: the label alone
 * @example await featureTable(corpus, "librosa-v1", { workers: 1, onProgress: progress("librosa-v1") })
 */
export function progress(label: string, rest = label): (done: number, total: number, note?: string) => void {
  const write = replaceableDisplay();
  const line = (text: string) => write({ data: { "text/plain": text } });
  let start = performance.now();
  let before = { done: 0, total: 0, drawn: Number.NEGATIVE_INFINITY };
  line(rest);
  return (done, total, note = "") => {
    const now = performance.now();
    if (total !== before.total || done < before.done) start = now;
    const pause = done < total && now - before.drawn < redrawEveryMilliseconds;
    if (!pause) line(done < total ? `${label}  ${state(done, total, (now - start) / 1000, note)}` : rest);
    before = { done, total, drawn: pause ? before.drawn : now };
  };
}

function state(done: number, total: number, elapsedSeconds: number, note: string): string {
  const filled = Math.round((barWidth * done) / total);
  const bar = "█".repeat(filled) + "░".repeat(barWidth - filled);
  const left = secondsLeft(done, total, elapsedSeconds);
  const parts = [
    `${bar} ${Math.floor(done)}/${total}`,
    left === undefined ? "" : `${Math.ceil(left)} s left`,
    note,
  ];
  return parts.filter(Boolean).join(", ");
}

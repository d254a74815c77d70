import { appendFileSync, readFileSync } from "node:fs";

/**
 * Kills its own process by SIGSEGV the first `deaths` times, counted in `file`, and doubles `value`
 * after that.
 */
export default function diesFirst({ file, deaths, value }: { file: string; deaths: number; value: number }) {
  appendFileSync(file, "x");
  if (readFileSync(file).length > deaths) return value * 2;
  process.kill(process.pid, "SIGSEGV");
  return new Promise<number>(() => {});
}

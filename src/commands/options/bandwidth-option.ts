import { UsageError } from "../../lib/check";

/** What `--help` says. */
export const BANDWIDTH =
  "compute features on what lies below so many Hz, as 8 kHz recordings have it: 4000 (the same as band-4000:SET)";

/** @throws UsageError for what is no number of Hz */
export function parseBandwidth(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new UsageError(`--bandwidth ${text} is no whole number of Hz; write it such as 4000`);
}

/** The name of a set on sound below a bandwidth; without one the set itself. */
export function limitedTo(bandwidth: number | undefined, features: string): string {
  return bandwidth === undefined ? features : `band-${bandwidth}:${features}`;
}

import type { Samples } from "../numbers/samples";

/** Fills `out` with the samples from `start` on; beyond their ends stands silence. */
export function copyFrom(samples: Samples, start: number, out: Float32Array): void {
  const first = Math.max(0, start);
  out.fill(0);
  out.set(samples.subarray(first, Math.max(first, start + out.length)), first - start);
}

import { isTrough } from "./yin-options";

/**
 * YIN's choice among the differences of one frame: the first trough below the threshold, the lowest
 * difference where there is none (de Cheveigné & Kawahara 2002, step 4).
 *
 * @returns its index
 * @example chooseTrough(Float64Array.of(1, 0.05, 0.5, 0.01, 0.9), 0.1) // 1
 */
export function chooseTrough(values: Float64Array, threshold: number): number {
  let lowest = 0;
  for (let i = 0; i < values.length; i++) {
    if (values[i] < threshold && isTrough(values, i)) return i;
    if (values[i] < values[lowest]) lowest = i;
  }
  return lowest;
}

import { percentile } from "../../numbers/percentile";
import { random } from "../../numbers/random";

/** How often scores are computed anew on drawn recordings or speakers. */
export const RESAMPLES = 2000;

/**
 * Draws `units` of `units` with replacement, 2000 times (Efron 1979), and collects a statistic of
 * each draw.
 *
 * @param stream what is drawn: the same seed and stream give the same draws
 * @param statistic gets the drawn indices; the array is used again for the next draw
 */
export function bootstrap<T>(
  units: number,
  stream: string,
  seed: number,
  statistic: (drawn: Uint32Array) => T,
): T[] {
  const source = random(`${seed} bootstrap ${stream}`);
  const drawn = new Uint32Array(units);
  return Array.from({ length: RESAMPLES }, () => {
    for (let i = 0; i < units; i++) drawn[i] = source.integer(units);
    return statistic(drawn);
  });
}

/** The middle 95 % of resampled values: their 2.5th and 97.5th percentile. */
export function percentileInterval(values: readonly number[]): [low: number, high: number] {
  const sorted = Float64Array.from(values).sort();
  return [percentile(sorted, 0.025), percentile(sorted, 0.975)];
}

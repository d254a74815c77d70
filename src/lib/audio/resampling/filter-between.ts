import { checkPositive } from "../../check";
import { greatestCommonDivisor } from "../../numbers/greatest-common-divisor";
import { InterpolatedFilter } from "./interpolated-filter";
import { PolyphaseFilter } from "./polyphase-filter";
import type { ResamplingFilter } from "./resampling-filter";
import { tapsBetween } from "./windowed-sinc";

/**
 * Above it a filter is interpolated: making it would take other streams too long. The usual rates
 * stay below 150,000.
 */
const mostWeights = 2 ** 18;
/** So many filters are kept for the next stream or recording. */
const mostKept = 8;
/**
 * The filters that were used last, by rates, the latest at the end: their weights are the same for
 * all streams.
 */
const kept = new Map<string, ResamplingFilter>();

/**
 * The filter for a pair of rates in Hz, whole numbers: exact where they have a small ratio, as all
 * usual rates do, interpolated between its phases for others, such as 44,101 to 16,000. The last
 * ones are kept.
 *
 * @throws InputError for a rate that is not positive
 * @example filterBetween(44100, 16000).outputLength(441) // 160
 */
export function filterBetween(from: number, to: number): ResamplingFilter {
  const key = `${from}:${to}`;
  const filter = kept.get(key) ?? makeFilter(from, to);
  kept.delete(key);
  kept.set(key, filter);
  if (kept.size > mostKept) kept.delete(kept.keys().next().value!);
  return filter;
}

function makeFilter(from: number, to: number): ResamplingFilter {
  checkPositive("from", from, "Hz");
  checkPositive("to", to, "Hz");
  const up = to / greatestCommonDivisor(from, to);
  const isSmall = up * tapsBetween(from, to) <= mostWeights;
  return isSmall ? new PolyphaseFilter(from, to) : new InterpolatedFilter(from, to);
}

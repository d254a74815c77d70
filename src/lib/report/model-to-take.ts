import { type Markdown, markdown } from "../markdown";
import type { RunPair } from "../runs/comparison/compare-runs";
import { pairVerdict } from "../runs/comparison/pair-verdict";
import { labelOf } from "../runs/label-of";
import type { ModelSize } from "../runs/model-size";
import type { Run } from "../runs/run-files";

/** A run with its size; a fusion has none of its own. */
export interface SizedRun {
  readonly run: Run;
  readonly size?: ModelSize;
}

/**
 * Which model one should take, and why: of the best and those that are not told apart from it, the
 * one that keeps the fewest numbers.
 *
 * @param best the run with the highest UAR
 * @param against each other run with the best
 * @param sized the runs with their sizes
 */
export function modelToTake(best: Run, against: readonly RunPair[], sized: readonly SizedRun[]): Markdown {
  const level = against.filter((pair) => pairVerdict(pair) === "not told apart").map(({ first }) => first);
  const candidates = sized.filter(({ run }) => run === best || level.includes(run));
  if (level.some(({ record }) => record.settings.model === "majority"))
    return markdown`Take none of them yet: not even the best is told apart from always saying the same emotion.`;
  const [smallest] = [...candidates].sort((a, b) => numbersOf(a) - numbersOf(b));
  const own = candidates.find(({ run }) => run === best);
  if (against.length === 0)
    return markdown`**${labelOf(best)}**${sizeText(own)} is the only one here: there is nothing to choose from.`;
  if (level.length === 0)
    return markdown`Take **${labelOf(best)}**${sizeText(own)}: all others are behind it, beyond chance.`;
  const among = `of the ${level.length + 1} models that are not told apart`;
  if (smallest.run === best)
    return markdown`Take **${labelOf(best)}**${sizeText(own)}: ${among}, it has the highest UAR and is the smallest.`;
  const [taken, highest] = [smallest.run, best].map(({ record }) => record.metrics.uar.value.toFixed(3));
  return markdown`Take **${labelOf(smallest.run)}**${sizeText(smallest)}: ${among}, it is the smallest. Its UAR is ${taken}; ${labelOf(best)}${sizeText(own)} has ${highest}. Not told apart is not equal: with more speakers the difference may show.`;
}

/** A fusion is larger than each of its members. */
function numbersOf({ size }: SizedRun): number {
  return size?.numbers ?? Number.POSITIVE_INFINITY;
}

function sizeText(sized: SizedRun | undefined): string {
  return sized?.size ? ` (${sized.size.columns} features, ${sized.size.numbers} numbers)` : "";
}

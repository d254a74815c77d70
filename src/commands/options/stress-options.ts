import { UsageError } from "../../lib/check";
import type { ChosenConditions, StressOptions } from "../../lib/evaluation/stress/choose-conditions";

/**
 * The conditions that are asked for, as `chooseConditions` gives them; what cannot be tried here is
 * told.
 */
export async function stressOf(options: StressOptions): Promise<Omit<ChosenConditions, "missing">> {
  const { chooseConditions } = await import("../../lib/evaluation/stress/choose-conditions");
  const { missing, ...chosen } = chooseConditions(options);
  if (missing.length > 0)
    console.error(`${missing.join(", ")} are left out: ffmpeg with these encoders is not installed`);
  return chosen;
}

/**
 * What `--stress` and `--noise` choose for an evaluation; nothing without `--stress`.
 *
 * @throws UsageError for `--noise` alone, and as `stressOf`
 */
export async function stressChoice({
  stress,
  noise,
}: {
  /** True for all conditions. */
  readonly stress?: boolean | readonly string[];
  readonly noise?: string;
}) {
  if (!stress && noise !== undefined) throw new UsageError("--noise goes with --stress");
  if (!stress) return {};
  const { conditions, noiseFiles } = await stressOf({
    conditions: stress === true ? undefined : stress,
    noise,
  });
  return { stress: conditions, noiseFiles };
}

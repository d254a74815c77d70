import { Option } from "commander";
import { InputError, UsageError } from "../../lib/check";

/** The conditions of a stress test, and where its noises are. */
export interface StressOptions {
  /** Default: all. */
  readonly conditions?: readonly string[];
  /** A folder of noises. */
  readonly noise?: string;
}

/**
 * The conditions that are asked for, or all that can be tried here, and the files of noise. Codecs
 * that ffmpeg lacks are left out of all, and told.
 *
 * @throws UsageError for an unknown condition, InputError for a codec that is not there or a folder
 *   without sounds
 */
export async function stressOf({ conditions, noise }: StressOptions) {
  const { findSounds } = await import("../../lib/disk/find-sounds");
  const { hasCodec } = await import("../../lib/corpus/codec-families");
  const { readAlteration } = await import("../../lib/dataset/altered/alteration-job");
  const { noiseConditions, stressConditions } = await import("../../lib/evaluation/stress/stress-conditions");
  const noiseFiles = noise === undefined ? [] : findSounds([noise]).files;
  if (noise !== undefined && noiseFiles.length === 0) throw new InputError(`${noise} has no sound files`);
  const wanted = conditions ?? [...stressConditions, ...(noise === undefined ? [] : noiseConditions)];
  const missing = wanted.filter((name) => !hasCodec(readAlteration(name).kind));
  if (missing.length > 0 && conditions)
    throw new InputError(`${missing.join(", ")}: ffmpeg with these encoders is not installed`);
  if (missing.length > 0)
    console.error(`${missing.join(", ")} are left out: ffmpeg with these encoders is not installed`);
  const taken = wanted.filter((name) => !missing.includes(name));
  const takesNoise = taken.some((name) => readAlteration(name).family.takes === "noise");
  if (takesNoise && noiseFiles.length === 0)
    throw new UsageError("noise:DB takes sounds from a folder: name it by --noise");
  return { conditions: taken, noiseFiles };
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
  readonly stress?: true | readonly string[];
  readonly noise?: string;
}) {
  if (stress === undefined && noise !== undefined) throw new UsageError("--noise goes with --stress");
  if (stress === undefined) return {};
  const { conditions, noiseFiles } = await stressOf({
    conditions: stress === true ? undefined : stress,
    noise,
  });
  return { stress: conditions, noiseFiles };
}

/** Under which other conditions the folds' models are tested. */
export function stressOption(): Option {
  return new Option(
    "--stress [condition...]",
    "test the folds' models under other conditions, too: all that ser stress knows, or these",
  );
}

/** Where the noises of `--stress` are. */
export function noiseOption(): Option {
  return new Option("--noise <folder>", "noises for --stress");
}

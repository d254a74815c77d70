import { InputError, UsageError } from "../../check";
import { hasCodec } from "../../corpus/codec-families";
import { readAlteration } from "../../dataset/altered/alteration-job";
import { findSounds } from "../../disk/find-sounds";
import { noiseConditions, stressConditions } from "./stress-conditions";

/** The conditions of a stress test, and where its noises are. */
export interface StressOptions {
  /** Default: all. */
  readonly conditions?: readonly string[];
  /** A folder of noises. */
  readonly noise?: string;
}

/** Conditions that can be tried here, and those that were not asked for by name and cannot. */
export interface ChosenConditions {
  readonly conditions: readonly string[];
  readonly noiseFiles: readonly string[];
  /** Codecs that ffmpeg lacks. */
  readonly missing: readonly string[];
}

/**
 * The conditions that are asked for, or all that can be tried here, and the files of noise.
 *
 * @throws UsageError for an unknown condition, InputError for a codec that is not there or a folder
 *   without sounds
 * @example chooseConditions({ conditions: ["white:20"] }).conditions // ["white:20"]
 */
export function chooseConditions({ conditions, noise }: StressOptions): ChosenConditions {
  const noiseFiles = noise === undefined ? [] : findSounds([noise]).files;
  if (noise !== undefined && noiseFiles.length === 0) throw new InputError(`${noise} has no sound files`);
  const wanted = conditions ?? [...stressConditions, ...(noise === undefined ? [] : noiseConditions)];
  const missing = wanted.filter((name) => !hasCodec(readAlteration(name).kind));
  if (missing.length > 0 && conditions)
    throw new InputError(`${missing.join(", ")}: ffmpeg with these encoders is not installed`);
  const taken = wanted.filter((name) => !missing.includes(name));
  const takesNoise = taken.some((name) => readAlteration(name).family.takes === "noise");
  if (takesNoise && noiseFiles.length === 0)
    throw new UsageError("noise:DB takes sounds from a folder: name it by --noise");
  return { conditions: taken, noiseFiles, missing };
}

import { limitBand } from "../audio/limit-band";
import { UsageError } from "../check";
import type { FeatureSet } from "./feature-set";
import { preparedSet } from "./prepared-set";

/** Before the name of a set, conditioned or not. */
const PREFIX = /^band-(\d+):(.+)$/;
/** Less than this is no speech any more. */
const leastHz = 1000;

/** What a band-limited set is named for. */
export interface BandLimit {
  readonly bandwidthHz: number;
  /** The name of the set that is computed on what the band leaves. */
  readonly inside: string;
}

/**
 * The bandwidth of a set, by its name; undefined for a set on recordings as they are.
 *
 * @throws UsageError for a bandwidth below 1000 Hz
 * @example bandLimitOf("band-4000:librosa-v1") // { bandwidthHz: 4000, inside: "librosa-v1" }
 */
export function bandLimitOf(name: string): BandLimit | undefined {
  const match = PREFIX.exec(name);
  if (!match) return undefined;
  const bandwidthHz = Number(match[1]);
  if (bandwidthHz < leastHz)
    throw new UsageError(
      `features="${name}": a bandwidth is ${leastHz} Hz or more, such as 4000 for telephones`,
    );
  return { bandwidthHz, inside: match[2] };
}

/**
 * A set on recordings without what lies above a bandwidth, so that a model hears a recording at
 * 8 kHz as one at a higher rate. The band goes with the set's name, so live and offline cannot
 * differ.
 *
 * @example createBandLimitedSet(createLibrosaV1(), 4000).name // "band-4000:librosa-v1"
 */
export function createBandLimitedSet(set: FeatureSet, bandwidthHz: number): FeatureSet {
  return preparedSet(set, `band-${bandwidthHz}:`, (waveform) => limitBand(waveform, bandwidthHz));
}

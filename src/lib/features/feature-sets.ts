import { InputError, UsageError } from "../check";
import { bandLimitOf, createBandLimitedSet } from "./band-limited-set";
import { createConditionedSet, setInside } from "./conditioned-set";
import { createEgemapsV02 } from "./egemaps/egemaps-v02";
import type { FeatureSet } from "./feature-set";
import { createJointSet } from "./joint-set";
import { createLibrosaV1 } from "./librosa/librosa-v1";
import { createLogmelV1 } from "./logmel-v1";
import { createMeydaV1 } from "./meyda-v1";
import { createVoiceV1 } from "./voice/voice-v1";
import type { VoiceWeights } from "./voice/voice-weights";

/** What some sets need handed to them, since this room reads no files. */
export interface FeatureAssets {
  /** The weights of the voice encoder, for `voice-v1`. */
  readonly voiceWeights?: VoiceWeights;
}

/** A set in the registry. */
interface SetFamily {
  /**
   * Version of the numbers behind the name. It is raised with every change of them, be it in the
   * decoder or the resampler: rows and runs that were made before are then made anew.
   */
  readonly numbers: number;
  /** Made on demand, because each set holds its own buffers and tables. */
  create(assets: FeatureAssets): FeatureSet;
}

/** One line per set. */
const families: Readonly<Record<string, SetFamily>> = {
  "egemaps-v02": { numbers: 1, create: createEgemapsV02 },
  "librosa-v1": { numbers: 1, create: createLibrosaV1 },
  "logmel-v1": { numbers: 1, create: createLogmelV1 },
  "meyda-v1": { numbers: 1, create: createMeydaV1 },
  "voice-v1": { numbers: 1, create: (assets) => createVoiceV1(voiceWeightsOf(assets)) },
  "voice-v1:layer1": { numbers: 1, create: (assets) => createVoiceV1(voiceWeightsOf(assets), 1) },
  "voice-v1:layer2": { numbers: 1, create: (assets) => createVoiceV1(voiceWeightsOf(assets), 2) },
  "voice-v1:layer3": { numbers: 1, create: (assets) => createVoiceV1(voiceWeightsOf(assets), 3) },
};

/** Sets side by side; there are fewer names. */
const MOST_JOINED = 16;

/** The names that `createFeatureSet` takes. */
export const featureSetNames: readonly string[] = Object.keys(families);

/**
 * Makes a feature set by its name, or several side by side by their names with a plus between them;
 * after `conditioned:`, on conditioned recordings; after `band-4000:`, on what lies below 4000 Hz
 * (may stand before `conditioned:`). The set holds reusable buffers: one object per thread, any
 * number of recordings.
 *
 * @throws UsageError for an unknown name
 * @example
 * createFeatureSet("librosa-v1").columns.length // 180
 * createFeatureSet("egemaps-v02+librosa-v1").columns.length // 268
 * createFeatureSet("conditioned:librosa-v1").columns.length // 180
 */
export function createFeatureSet(name: string, assets: FeatureAssets = {}): FeatureSet {
  const band = bandLimitOf(name);
  if (band) return createBandLimitedSet(createFeatureSet(band.inside, assets), band.bandwidthHz);
  const inside = setInside(name);
  if (inside !== undefined) return createConditionedSet(createFeatureSet(inside, assets));
  if (name.includes("+")) {
    const parts = name.split("+");
    if (parts.length > MOST_JOINED)
      throw new UsageError(`${parts.length} feature sets are joined, at most ${MOST_JOINED} can be`);
    return createJointSet(parts.map((part) => createFeatureSet(part, assets)));
  }
  return familyOf(name).create(assets);
}

/**
 * Version of the numbers of a single set.
 *
 * @throws UsageError for an unknown name
 * @example featureNumbers("librosa-v1") // 1
 */
export function featureNumbers(name: string): number {
  return familyOf(name).numbers;
}

function familyOf(name: string): SetFamily {
  if (Object.hasOwn(families, name)) return families[name];
  throw new UsageError(`features="${name}" is unknown, it must be one of ${featureSetNames.join(", ")}`);
}

function voiceWeightsOf({ voiceWeights }: FeatureAssets): VoiceWeights {
  if (voiceWeights) return voiceWeights;
  throw new InputError("voice-v1 needs the voice encoder's weights: hand them over as voiceWeights");
}

import { condition } from "../audio/condition";
import type { Waveform } from "../audio/waveform";
import { measureSound, type SoundMeasures } from "../frames/sound-measures";
import { setInside } from "./conditioned-set";

/**
 * Measures a recording as a feature set takes it: a conditioned one hears neither offset nor level.
 *
 * @example measureAsHeard(tone(220), "conditioned:librosa-v1").levelDb.toFixed(0) // "-26"
 */
export function measureAsHeard(waveform: Waveform, featureSet: string): SoundMeasures {
  return measureSound(setInside(featureSet) === undefined ? waveform : condition(waveform));
}

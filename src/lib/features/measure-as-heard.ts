import { condition } from "../audio/condition";
import { limitBand } from "../audio/limit-band";
import type { Waveform } from "../audio/waveform";
import { measureSound, type SoundMeasures } from "../frames/sound-measures";
import { bandLimitOf } from "./band-limited-set";
import { setInside } from "./conditioned-set";

/**
 * Measures a recording as a feature set takes it: a conditioned one hears neither offset nor level,
 * a band-limited one nothing above its band.
 *
 * @example measureAsHeard(tone(220), "conditioned:librosa-v1").levelDb.toFixed(0) // "-26"
 */
export function measureAsHeard(waveform: Waveform, featureSet: string): SoundMeasures {
  const band = bandLimitOf(featureSet);
  if (band) return measureAsHeard(limitBand(waveform, band.bandwidthHz), band.inside);
  return measureSound(setInside(featureSet) === undefined ? waveform : condition(waveform));
}

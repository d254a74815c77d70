import type { Waveform } from "../../audio/waveform";
import { medianPitch } from "../../features/pitch/median-pitch";
import { measureSound } from "../../frames/sound-measures";
import { syllableRate } from "./syllable-rate";

/** What anyone hears of a voice at once, in numbers; says nothing of what someone feels. */
export interface VoiceMeasures {
  /** Root mean square of what is no pause, in dB of full scale: voice and microphone together. */
  readonly levelDb: number;
  /** Median of the voiced frames; absent where there is none. */
  readonly pitchHz?: number;
  /** Peaks of the level. */
  readonly syllablesPerSecond: number;
}

/**
 * Measures an utterance.
 *
 * @example measureVoice(tone(220)).pitchHz // 220.5
 */
export function measureVoice(waveform: Waveform): VoiceMeasures {
  const pitchHz = medianPitch(waveform);
  return {
    levelDb: rounded(measureSound(waveform).levelDb),
    ...(pitchHz !== undefined && { pitchHz: rounded(pitchHz) }),
    syllablesPerSecond: rounded(syllableRate(waveform)),
  };
}

/** To the first digit, which is more than is known. */
function rounded(value: number): number {
  return Number(value.toFixed(1));
}

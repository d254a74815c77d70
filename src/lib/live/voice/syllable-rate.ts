import { framePower } from "../../audio/frame-power";
import type { Waveform } from "../../audio/waveform";

const frameSeconds = 0.064;
const hopSeconds = 0.01;
/** A nucleus rises so far above the dip before it, in dB. */
const leastRiseDb = 2;
/** What lies further below the loudest is none, in dB. */
const rangeDb = 25;

/**
 * About how many syllables are spoken in a second, pauses included: peaks of the level that rise at
 * least 2 dB above the dip before them (after de Jong & Wempe 2009, "Praat script to detect
 * syllable nuclei and measure speech rate automatically", without their test of voicing). Of the
 * six or so syllables in each text of three of the embedded corpus's speakers it misses .4 on
 * average.
 *
 * @example syllableRate({ samples: new Float32Array(16000), sampleRate: 16000 }) // 0
 */
export function syllableRate({ samples, sampleRate }: Waveform): number {
  const [length, hop] = [frameSeconds, hopSeconds].map((seconds) => Math.round(seconds * sampleRate));
  const levels = framePower(samples, length, hop).map((power) => 10 * Math.log10(power + 1e-12));
  const lowest = levels.reduce((most, level) => Math.max(most, level), -120) - rangeDb;
  return countPeaks(levels, lowest) / (samples.length / sampleRate);
}

/** Peaks above `lowest`, with a dip of `leastRiseDb` between any two. */
function countPeaks(levels: Float64Array, lowest: number): number {
  let peaks = 0;
  let rising = true;
  let turn = Number.POSITIVE_INFINITY; // the dip while it rises, the peak while it falls
  for (const level of levels) {
    turn = rising ? Math.min(turn, level) : Math.max(turn, level);
    const hasTurned = rising ? level >= turn + leastRiseDb && level >= lowest : level <= turn - leastRiseDb;
    if (!hasTurned) continue;
    if (rising) peaks++;
    rising = !rising;
    turn = level;
  }
  return peaks;
}

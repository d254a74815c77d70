import { resample } from "../resample";
import type { Waveform } from "../waveform";
import { shapeSpectrum } from "./shape-spectrum";

/** The rate of narrow-band telephony, in Hz. */
const telephoneRate = 8000;
/** The band passes from 300 to 3400 Hz and stops below 200 and above 3800 Hz, by half cosines. */
const [stopBelow, passFrom, passTo, stopAbove] = [200, 300, 3400, 3800];

/**
 * What a narrow-band telephone leaves of a recording (300 to 3400 Hz at 8 kHz, the band of ITU-T
 * G.712), at the recording's own rate.
 *
 * @param line what the telephone does to the samples at 8 kHz besides; default: nothing
 * @example telephoneBand(tone(220)).samples.length // 16000
 */
export function telephoneBand(
  waveform: Waveform,
  line: (samples: Float32Array) => Float32Array = (samples) => samples,
): Waveform {
  const { samples, sampleRate } = waveform;
  const narrow = shapeSpectrum(resample(waveform, telephoneRate), gainAt);
  const heard = resample({ ...narrow, samples: line(narrow.samples) }, sampleRate);
  return { samples: heard.samples.slice(0, samples.length), sampleRate };
}

function gainAt(hertz: number): number {
  return edge(hertz, stopBelow, passFrom) * edge(hertz, stopAbove, passTo);
}

/** From 0 at `stop` to 1 at `pass`. */
function edge(hertz: number, stop: number, pass: number): number {
  const part = Math.min(1, Math.max(0, (hertz - stop) / (pass - stop)));
  return (1 - Math.cos(Math.PI * part)) / 2;
}

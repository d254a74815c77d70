import { shapeSpectrum } from "./alterations/shape-spectrum";
import type { Waveform } from "./waveform";

/** The filter passes up to .85 of the bandwidth and stops above .925 of it, by a half cosine. */
const [passTo, stopAbove] = [0.85, 0.925];

/**
 * A recording without what lies above a bandwidth. The edge stands below that of resampling, so a
 * recording at twice the bandwidth loses the same as one at a higher rate.
 *
 * @param bandwidthHz in Hz; where it is above half the sample rate nothing changes but rounding
 * @example limitBand(tone(220), 4000).samples.length // 16000
 */
export function limitBand(waveform: Waveform, bandwidthHz: number): Waveform {
  if (waveform.samples.length === 0) return waveform;
  return shapeSpectrum(waveform, (hertz) => {
    const part = (hertz / bandwidthHz - passTo) / (stopAbove - passTo);
    return (1 + Math.cos(Math.PI * Math.min(1, Math.max(0, part)))) / 2;
  });
}

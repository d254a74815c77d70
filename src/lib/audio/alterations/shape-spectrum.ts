import { signalOf, spectrumOf, transformSize } from "../../numbers/fourier/spectrum-of";
import type { Waveform } from "../waveform";

/** Silence after the recording, so that no filter wraps its end around to its beginning. */
const PADDING = 8192;

/**
 * A recording through a filter without phase, as a whole.
 *
 * @param gainAt factor by frequency in Hz
 * @example shapeSpectrum(tone(220), (hertz) => (hertz < 1000 ? 1 : 0)).samples.length // 16000
 */
export function shapeSpectrum(
  { samples, sampleRate }: Waveform,
  gainAt: (hertz: number) => number,
): Waveform {
  const size = transformSize(samples.length + PADDING);
  const spectrum = spectrumOf(samples, size);
  for (let k = 0; k <= size / 2; k++) {
    const gain = gainAt((k * sampleRate) / size);
    spectrum[2 * k] *= gain;
    spectrum[2 * k + 1] *= gain;
  }
  return { samples: Float32Array.from(signalOf(spectrum).subarray(0, samples.length)), sampleRate };
}

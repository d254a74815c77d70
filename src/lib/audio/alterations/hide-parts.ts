import type { Random } from "../../numbers/random";
import type { Waveform } from "../waveform";
import { shapeSpectrum } from "./shape-spectrum";

/** The longest stretch of time, as part of the recording. */
const timeShare = 0.12;
/** The widest range of frequencies, as part of all on O'Shaughnessy's mel scale. */
const bandShare = 0.125;

/**
 * A recording with one random stretch of time and one random range of frequencies silenced:
 * SpecAugment (Park et al. 2019) on the sound itself, so that any feature set can follow.
 *
 * @example hideParts(tone(220), random(0)).samples.length // 16000
 */
export function hideParts(waveform: Waveform, source: Random): Waveform {
  const top = melOf(waveform.sampleRate / 2);
  const width = top * bandShare * source.uniform();
  const from = (top - width) * source.uniform();
  const isHidden = (hertz: number) => melOf(hertz) >= from && melOf(hertz) < from + width;
  const { samples, sampleRate } = shapeSpectrum(waveform, (hertz) => (isHidden(hertz) ? 0 : 1));
  const length = Math.floor(samples.length * timeShare * source.uniform());
  const start = source.integer(samples.length - length + 1);
  return { samples: samples.fill(0, start, start + length), sampleRate };
}

function melOf(hertz: number): number {
  return 2595 * Math.log10(1 + hertz / 700);
}

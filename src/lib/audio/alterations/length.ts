import type { Random } from "../../numbers/random";
import { resample } from "../resample";
import type { Waveform } from "../waveform";

/** No cut leaves less, in seconds. */
const leastSeconds = 0.1;

/**
 * A recording without so many seconds at its beginning or end; a tenth of a second stays.
 *
 * @example cut(tone(220), 0.25, "start").samples.length // 12000
 */
export function cut({ samples, sampleRate }: Waveform, seconds: number, from: "start" | "end"): Waveform {
  const most = Math.max(0, samples.length - Math.round(leastSeconds * sampleRate));
  const away = Math.min(most, Math.round(seconds * sampleRate));
  const kept = from === "start" ? samples.slice(away) : samples.slice(0, samples.length - away);
  return { samples: kept, sampleRate };
}

/**
 * A recording with silence before or after it.
 *
 * @example padded(tone(220), 0.25, "end").samples.length // 20000
 */
export function padded({ samples, sampleRate }: Waveform, seconds: number, at: "start" | "end"): Waveform {
  const added = Math.round(seconds * sampleRate);
  const out = new Float32Array(samples.length + added);
  out.set(samples, at === "start" ? added : 0);
  return { samples: out, sampleRate };
}

/**
 * A stretch of a recording at a random place.
 *
 * @param share of its length; a tenth of a second stays
 * @example stretch(tone(220), 0.5, random(0)).samples.length // 8000
 */
export function stretch({ samples, sampleRate }: Waveform, share: number, source: Random): Waveform {
  const least = Math.round(leastSeconds * sampleRate);
  const length = Math.min(samples.length, Math.max(least, Math.round(share * samples.length)));
  const start = source.integer(samples.length - length + 1);
  return { samples: samples.slice(start, start + length), sampleRate };
}

/**
 * A recording played faster, by resampling: pitch and formants rise with it.
 *
 * @param factor 1.1 is a tenth faster
 * @example playedFaster(tone(220), 1.25).samples.length // 12800
 */
export function playedFaster({ samples, sampleRate }: Waveform, factor: number): Waveform {
  const asIf = { samples, sampleRate: Math.round(sampleRate * factor) };
  return resample(asIf, sampleRate);
}

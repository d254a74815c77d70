import type { Random } from "../../numbers/random";
import type { Waveform } from "../waveform";
import { rootMeanSquare } from "./level";

/**
 * Several voices at once, equally loud, each from a random place on and over again.
 *
 * @param voices at one rate
 * @example babble([tone(220), tone(330)], 8000, random(0)).length // 8000
 */
export function babble(voices: readonly Waveform[], length: number, source: Random): Float32Array {
  const out = new Float32Array(length);
  for (const { samples } of voices) {
    const level = rootMeanSquare(samples);
    if (level === 0) continue;
    const start = source.integer(samples.length);
    for (let i = 0; i < length; i++) out[i] += samples[(start + i) % samples.length] / level;
  }
  return out;
}

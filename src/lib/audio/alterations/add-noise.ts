import type { Waveform } from "../waveform";
import { rootMeanSquare } from "./level";

/**
 * A recording with noise, at a ratio of their root mean squares over the whole recording (as
 * auglib's `snr_db`). The noise is repeated where it is too short. A silent recording or noise
 * changes nothing.
 *
 * @param start the noise's sample at which it begins
 * @example addNoise(tone(220), tone(3000), 20).samples.length // 16000
 */
export function addNoise(
  { samples, sampleRate }: Waveform,
  { samples: noise }: Pick<Waveform, "samples">,
  snrDb: number,
  start = 0,
): Waveform {
  const added = Float32Array.from(samples, (_, i) => noise[(start + i) % noise.length] ?? 0);
  const level = rootMeanSquare(added);
  if (level === 0) return { samples, sampleRate };
  const gain = rootMeanSquare(samples) / level / 10 ** (snrDb / 20);
  return { samples: samples.map((sample, i) => sample + gain * added[i]), sampleRate };
}

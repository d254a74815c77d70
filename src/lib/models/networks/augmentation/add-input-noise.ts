import type { Matrix } from "../../../numbers/matrix";
import type { Random } from "../../../numbers/random";

/**
 * Deviation of a band of logmel-v1 in natural-log units: 2.7 to 4.9 over the bands of two corpora.
 */
const bandDeviation = 3.5;

/**
 * Adds stationary noise with the long-term spectrum of the training speech, at a ratio of speech
 * power to noise power in decibels, to a normalised log-mel matrix of frames x bands. Powers add:
 * log(e^speech + e^noise), where normalising has put the long-term spectrum at zero in every band.
 * Works on the cached features; the deviation that normalising divided by is taken as 3.5.
 *
 * @example addInputNoise(matrix, 10, random(0))
 */
export function addInputNoise({ rows, columns, data }: Matrix, snrDb: number, source: Random): Matrix {
  let speech = 0;
  for (const value of data) speech += Math.exp(bandDeviation * value) / data.length;
  const noise = speech / 10 ** (snrDb / 10);
  const out = new Float32Array(data.length);
  for (let i = 0; i < out.length; i++) {
    // The power of Gaussian noise in one cell is exponentially distributed.
    const power = Math.exp(bandDeviation * data[i]) - noise * Math.log(1 - source.uniform());
    out[i] = Math.log(power) / bandDeviation;
  }
  return { rows, columns, data: out };
}

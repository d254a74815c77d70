import { checkWaveform } from "../audio/check-waveform";
import { resample } from "../audio/resample";
import type { Waveform } from "../audio/waveform";
import type { Matrix } from "../frames/matrix";
import { MelFilterBank } from "../frames/mel-filter-bank";
import { Stft } from "../frames/stft";
import type { MatrixSet } from "./feature-set";

const sampleRate = 16000;
const nMels = 64;
const nFft = 512;
const winLength = 400;
const hopLength = 160;
/** Powers below this one are taken for it: the lowest value is ln(1e-10) = -23.026. */
const floor = 1e-10;

/**
 * `logmel-v1`: the logarithmic mel spectrogram for networks, frames x 64 bands.
 *
 * 16 kHz (resampled where needed), Hann window of 25 ms in a transform of 512 samples, a frame every 10 ms
 * (centred, zeros beyond the ends), 64 Slaney mel bands from 0 to 8 kHz of |STFT|^2, natural logarithm,
 * powers below 1e-10 taken for 1e-10. Silence gives -23.026 throughout.
 *
 * @returns a set of 64 columns, `band0`.. `band63`, with 1 + floor(samples / 160) rows
 * @example createLogmelV1().extract({ samples: new Float32Array(16000), sampleRate: 16000 }) // 101 rows x 64 columns
 */
export function createLogmelV1(): MatrixSet {
  const stft = new Stft({ nFft, winLength, hopLength });
  const bank = new MelFilterBank(sampleRate, nFft, { nMels });
  const spectrum = new Float64Array(stft.bins);
  return {
    kind: "matrix",
    name: "logmel-v1",
    columns: Array.from({ length: nMels }, (_, band) => `band${band}`),
    hopSeconds: hopLength / sampleRate,
    extract(waveform: Waveform): Matrix {
      checkWaveform(waveform);
      const frames = stft.frames(resample(waveform, sampleRate).samples);
      const data = new Float32Array(frames.count * nMels);
      for (let t = 0; t < frames.count; t++) {
        stft.power(frames, t, spectrum);
        bank.apply(spectrum, data.subarray(t * nMels, (t + 1) * nMels));
      }
      for (let i = 0; i < data.length; i++) data[i] = Math.log(Math.max(floor, data[i]));
      return { rows: frames.count, columns: nMels, data };
    },
  };
}

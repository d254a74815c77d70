import { checkWaveform } from "../audio/check-waveform";
import { resample } from "../audio/resample";
import type { Waveform } from "../audio/waveform";
import type { Frames } from "../frames/frame";
import { MelFilterBank } from "../frames/mel-filter-bank";
import { Stft } from "../frames/stft";
import type { Matrix } from "../numbers/matrix";
import { type ColumnGroup, numberedColumns } from "./column-group";
import type { FeatureTrack, MatrixSet } from "./feature-set";

const sampleRate = 16000;
const nMels = 64;
const nFft = 512;
const winLength = 400;
const hopLength = 160;
/** Powers below this one are taken for it: the lowest value is ln(1e-10) = -23.026. */
const floor = 1e-10;

/** The columns of `logmel-v1`, a row every 10 ms. */
export const logmelColumns: readonly ColumnGroup[] = [
  {
    columns: numberedColumns("band", nMels),
    unit: "ln(power)",
    measures: "mel bands from 0 to 8 kHz",
    definition: "ln(max(1e-10, |STFT|^2 summed under 64 Slaney triangles))",
  },
];

/**
 * `logmel-v1`: the logarithmic mel spectrogram for networks, frames x 64 bands.
 *
 * 16 kHz (resampled where needed), Hann window of 25 ms in a transform of 512 samples, a frame
 * every 10 ms (centred, zeros beyond the ends), 64 Slaney mel bands from 0 to 8 kHz of |STFT|^2,
 * natural logarithm, powers below 1e-10 taken for 1e-10. Silence gives -23.026 throughout.
 *
 * @returns a set of 64 columns, `band0`.. `band63`, with 1 + floor(samples / 160) rows
 * @example createLogmelV1().extract({ samples: new Float32Array(16000), sampleRate: 16000 }) // 101 rows x 64 columns
 */
export function createLogmelV1(): MatrixSet {
  const stft = new Stft({ nFft, winLength, hopLength });
  const bank = new MelFilterBank(sampleRate, nFft, { nMels });
  const spectrum = new Float64Array(stft.bins);
  const fill = (frames: Frames, t: number, out: Float32Array) => {
    bank.apply(stft.power(frames, t, spectrum), out);
    for (let band = 0; band < nMels; band++) out[band] = Math.log(Math.max(floor, out[band]));
  };
  const matrix: MatrixOf = (samples, known, firstFrame = 0) => {
    const frames = stft.frames(samples);
    const data = new Float32Array(frames.count * nMels);
    for (let t = 0; t < frames.count; t++) {
      const out = data.subarray(t * nMels, (t + 1) * nMels);
      const place = firstFrame + t;
      const shared = isWhole(t, samples.length) ? known : undefined;
      const before = shared?.get(place);
      if (before) out.set(before);
      else fill(frames, t, out);
      if (shared && !before) shared.set(place, out.slice());
    }
    return { rows: frames.count, columns: nMels, data };
  };
  const extract = (waveform: Waveform) => {
    checkWaveform(waveform);
    return matrix(resample(waveform, sampleRate).samples);
  };
  return {
    kind: "matrix",
    name: "logmel-v1",
    columns: logmelColumns.flatMap(({ columns }) => columns),
    hopSeconds: hopLength / sampleRate,
    extract,
    track: () => trackOf(extract, matrix),
  };
}

/**
 * Whether frame `t` has no zeros from beyond the ends in it, so that it is the same in every
 * window.
 */
const isWhole = (t: number, length: number): boolean =>
  t * hopLength >= nFft / 2 && t * hopLength + nFft / 2 <= length;

type KnownFrames = Map<number, Float32Array>;

/**
 * The matrix of 16 kHz samples; takes frames that are known from there, by their place in the
 * stream, and adds what it finds.
 */
type MatrixOf = (samples: Float32Array, known?: KnownFrames, firstFrame?: number) => Matrix;

/**
 * Frames stand every 10 ms of the stream; at other rates, or between two of them, windows share
 * nothing.
 */
function trackOf(extract: (waveform: Waveform) => Matrix, matrix: MatrixOf): FeatureTrack<Matrix> {
  const known: KnownFrames = new Map();
  return {
    row(waveform, start) {
      if (waveform.sampleRate !== sampleRate || start % hopLength !== 0) return extract(waveform);
      return matrix(waveform.samples, known, start / hopLength);
    },
    forget(start) {
      for (const frame of known.keys()) if (frame * hopLength < start) known.delete(frame);
    },
  };
}

import { checkWaveform } from "../../audio/check-waveform";
import type { Waveform } from "../../audio/waveform";
import type { Matrix } from "../../numbers/matrix";
import { contourList } from "./contours";
import { FrameAnalyser, type FrameAnalysis } from "./frame-analysis";
import { smoothed, smoothedNonZero } from "./functionals/contour-smoothing";
import { hopSeconds } from "./spectrum/framed-spectrum";

/** The 25 low-level descriptors of a recording, and what a figure of them needs. */
export interface EgemapsDescriptors {
  /** One name per column of `frames`. */
  readonly columns: readonly string[];
  /**
   * Frames x 25, smoothed over three frames, in the units of `contours`. Row t describes what
   * begins at t x 10 ms: 20 ms for loudness, spectrum and formants, 60 ms for pitch and voice
   * quality.
   */
  readonly frames: Matrix;
  /** Middle of the 60 ms frames, in seconds: where each value of the contours below belongs. */
  readonly seconds: Float64Array;
  /** Fundamental frequency in Hz, not smoothed; NaN where unvoiced. */
  readonly f0Hz: Float64Array;
  /** Formants 1 to 3 in Hz of the 20 ms frame in the middle; NaN where unvoiced. */
  readonly formantsHz: readonly Float64Array[];
  /** Loudness of the 20 ms frame in the middle. */
  readonly loudness: Float64Array;
  /** Harmonics-to-noise ratio in dB; NaN where unvoiced. */
  readonly hnrDb: Float64Array;
}

/** The contours that are descriptors, in openSMILE's order. */
const declared = contourList.flatMap(([name, { smoothing, descriptor = `${name}_${smoothing}` }]) =>
  smoothing ? [{ name, smoothing, descriptor }] : [],
);

/** Rows by which a 20 ms frame with the same middle comes after a 60 ms frame. */
const middleOffset = 2;

/**
 * The low-level descriptors of eGeMAPS v02 (Eyben et al. 2016), as openSMILE's feature level of
 * that name gives them, and the same contours aligned in time for `descriptorsFigure`.
 *
 * @throws InputError for an empty waveform or a sample that is not finite
 * @example egemapsDescriptors({ samples: new Float32Array(16000), sampleRate: 16000 }).frames.rows // 95
 */
export function egemapsDescriptors(waveform: Waveform): EgemapsDescriptors {
  checkWaveform(waveform);
  const analysis = new FrameAnalyser(waveform.sampleRate).analyse(waveform, { unvoicedFormants: true });
  const { contours, longFrames } = analysis;
  const voiced = contours.F0hz;
  const defined = (contour: Float64Array) => contour.map((value, t) => (voiced[t] > 0 ? value : Number.NaN));
  return {
    columns: declared.map(({ descriptor }) => descriptor),
    frames: descriptorMatrix(analysis),
    seconds: Float64Array.from({ length: longFrames }, (_, t) => (t + 3) * hopSeconds),
    f0Hz: defined(contours.F0hz),
    formantsHz: ([1, 2, 3] as const).map((f) => defined(centred(contours[`F${f}frequency`], longFrames))),
    loudness: centred(smoothed(contours.loudness), longFrames),
    hnrDb: defined(smoothedNonZero(contours.HNRdBACF)),
  };
}

/** The values of the 20 ms frames that lie in the middle of the 60 ms frames. */
function centred(contour: Float64Array, rows: number): Float64Array {
  return contour.slice(middleOffset, middleOffset + rows);
}

function descriptorMatrix({ contours, longFrames }: FrameAnalysis): Matrix {
  const data = new Float64Array(longFrames * declared.length);
  declared.forEach(({ name, smoothing }, column) => {
    const values = smoothing === "sma3" ? smoothed(contours[name]) : smoothedNonZero(contours[name]);
    for (let t = 0; t < longFrames; t++) data[t * declared.length + column] = values[t];
  });
  return { rows: longFrames, columns: declared.length, data };
}

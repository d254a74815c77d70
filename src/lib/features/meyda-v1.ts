import Meyda, { type MeydaAudioFeature, type MeydaFeaturesObject } from "meyda";
import { checkWaveform } from "../audio/check-waveform";
import { resample } from "../audio/resample";
import type { Waveform } from "../audio/waveform";
import { Frames } from "../frames/frame";
import type { Samples } from "../numbers/samples";
import { type ColumnGroup, numberedColumns } from "./column-group";
import type { VectorSet } from "./feature-set";
import { functionalNames, functionalsOf } from "./functionals";

const sampleRate = 16000;
const frameLength = 512;
const hopLength = 256;
const hzPerBin = sampleRate / frameLength;
const nMfcc = 13;

const extractors = [
  "rms",
  "energy",
  "zcr",
  "spectralCentroid",
  "spectralSpread",
  "spectralSkewness",
  "spectralKurtosis",
  "spectralSlope",
  "spectralRolloff",
  "spectralFlatness",
  "spectralCrest",
  "loudness",
  "perceptualSpread",
  "perceptualSharpness",
  "mfcc",
  "amplitudeSpectrum",
] as const satisfies readonly MeydaAudioFeature[];

type Extracted = Pick<MeydaFeaturesObject, (typeof extractors)[number]>;

interface Scalar {
  readonly unit: string;
  readonly measures: string;
  readonly definition: string;
  readonly of: (frame: Extracted) => number;
}

/** One number per frame; centroid and spread come in bins and leave in Hz. */
const scalars: Readonly<Record<string, Scalar>> = {
  rms: {
    unit: "1",
    measures: "root mean square",
    definition: "sqrt(mean x^2) of the windowed samples",
    of: ({ rms }) => rms,
  },
  energy: {
    unit: "1",
    measures: "energy",
    definition: "sum x^2 of the windowed samples",
    of: ({ energy }) => energy,
  },
  zeroCrossings: {
    unit: "crossings per frame",
    measures: "zero crossings",
    definition: "changes of sign in the frame",
    of: ({ zcr }) => zcr,
  },
  spectralCentroidHz: {
    unit: "Hz",
    measures: "spectral centroid",
    definition: "m = sum(f |X|) / sum |X|",
    of: ({ spectralCentroid }) => spectralCentroid * hzPerBin,
  },
  spectralSpreadHz: {
    unit: "Hz",
    measures: "spectral spread",
    definition: "s = sqrt(sum((f - m)^2 |X|) / sum |X|)",
    of: ({ spectralSpread }) => spectralSpread * hzPerBin,
  },
  spectralSkewness: {
    unit: "1",
    measures: "spectral skewness",
    definition: "sum((f - m)^3 |X|) / sum |X| / s^3",
    of: ({ spectralSkewness }) => spectralSkewness,
  },
  spectralKurtosis: {
    unit: "1",
    measures: "spectral kurtosis",
    definition: "(m4 - 4 m1 m3 + 6 m1 m2 - 3 m1^4) / s^4 in bins, m1 to m4 the moments of |X|",
    of: ({ spectralKurtosis }) => spectralKurtosis,
  },
  spectralSlope: {
    unit: "1/Hz",
    measures: "spectral slope",
    definition: "(n sum(f |X|) - sum f sum |X|) / (sum |X| (sum f^2 - (sum f)^2)), n bins",
    of: ({ spectralSlope }) => spectralSlope,
  },
  spectralRolloffHz: {
    unit: "Hz",
    measures: "spectral roll-off",
    definition: "frequency below which 99 % of sum |X| lie",
    of: ({ spectralRolloff, energy }) => (energy > 0 ? spectralRolloff : Number.NaN),
  },
  spectralFlatness: {
    unit: "1",
    measures: "spectral flatness",
    definition: "geometric mean of |X| over its arithmetic mean",
    of: ({ spectralFlatness }) => spectralFlatness,
  },
  spectralCrest: {
    unit: "1",
    measures: "spectral crest",
    definition: "max |X| over the root mean square of |X|",
    of: ({ spectralCrest }) => spectralCrest,
  },
  loudness: {
    unit: "1",
    measures: "loudness",
    definition: "sum over 24 Bark bands of (sum |X|)^.23",
    of: ({ loudness }) => loudness.total,
  },
  perceptualSpread: {
    unit: "1",
    measures: "perceptual spread",
    definition: "((total - highest band) / total)^2 of the bands' loudness",
    of: ({ perceptualSpread }) => perceptualSpread,
  },
  perceptualSharpness: {
    unit: "1",
    measures: "perceptual sharpness",
    definition:
      ".11 / total x (sum of z N(z + 1) to z = 15, then sum of .066 exp(.171 z)), N(z) the loudness of Bark band z",
    of: ({ perceptualSharpness }) => perceptualSharpness,
  },
};

/** What is measured of a frame, and how, one descriptor after the other. */
const descriptors: readonly (Omit<Scalar, "of"> & { readonly names: readonly string[] })[] = [
  ...Object.entries(scalars).map(([name, scalar]) => ({ names: [name], ...scalar })),
  {
    names: ["spectralFlux"],
    unit: "1",
    measures: "spectral flux",
    definition: "sum of the rises of |X| since the frame before; our own, as Meyda's cannot be computed",
  },
  {
    names: numberedColumns("mfcc", nMfcc),
    unit: "1",
    measures: "mel-frequency cepstral coefficients",
    definition: "Cosine transform, not orthonormal, of ln(1 + power) of 26 mel bands",
  },
];

/** The columns of `meyda-v1`: each descriptor's functionals over time. */
export const meydaColumns: readonly ColumnGroup[] = descriptors.map(
  ({ names, unit, measures, definition }) => ({
    columns: names.flatMap((name) => functionalNames.map((functional) => `${name}_${functional}`)),
    unit,
    measures,
    definition,
  }),
);

/**
 * `meyda-v1`: Meyda 5's descriptors of each frame and their functionals over time, at 16 kHz
 * (resampled where needed).
 *
 * Frames of 512 samples (32 ms, Hann, centred) every 256. The numbers are Meyda's own: time-domain
 * descriptors of the windowed frame, roll-off at 99 %, MFCC of log(1 + x) with a cosine transform
 * that is not orthonormal (not librosa's). Centroid and spread are turned from bins to Hz;
 * `spectralFlux`, which Meyda cannot compute, is the summed rise of the amplitude spectrum since
 * the frame before. What a silent frame leaves undefined is left out of the functionals; a
 * recording without any defined value gets 0.
 *
 * @returns a set of 28 descriptors x 5 functionals, `rms_mean`, `rms_std`, `rms_p10`, `rms_p50`,
 *   `rms_p90`, `energy_mean`, ...
 * @example createMeydaV1().columns.length // 140
 */
export function createMeydaV1(): VectorSet {
  const frame = new Float64Array(frameLength);
  return {
    kind: "vector",
    name: "meyda-v1",
    columns: meydaColumns.flatMap(({ columns }) => columns),
    extract(waveform: Waveform): Float64Array {
      checkWaveform(waveform);
      const contours = contoursOf(resample(waveform, sampleRate).samples, frame);
      return Float64Array.from(contours.flatMap((contour) => functionalsOf(contour)));
    },
  };
}

/** One contour per descriptor. */
function contoursOf(samples: Samples, buffer: Float64Array): Float32Array[] {
  const frames = new Frames(samples, { frameLength, hopLength });
  const contours = descriptors.flatMap(({ names }) => names).map(() => new Float32Array(frames.count));
  const values = Object.values(scalars);
  let before: Float32Array = new Float32Array(frameLength / 2);
  configureMeyda();
  for (let t = 0; t < frames.count; t++) {
    const frame = Meyda.extract([...extractors], frames.read(t, buffer)) as Extracted;
    values.forEach(({ of }, i) => {
      contours[i][t] = of(frame);
    });
    contours[values.length][t] = flux(before, frame.amplitudeSpectrum);
    for (let i = 0; i < nMfcc; i++) contours[values.length + 1 + i][t] = frame.mfcc[i];
    before = frame.amplitudeSpectrum;
  }
  return contours;
}

/**
 * Meyda is one mutable global, which keeps the filter banks of other rates and frame lengths: set
 * all, and have the banks made anew.
 */
function configureMeyda(): void {
  Object.assign(Meyda, {
    bufferSize: frameLength,
    sampleRate,
    windowingFunction: "hanning",
    numberOfMFCCCoefficients: nMfcc,
    melBands: 26,
    numberOfBarkBands: 24,
    barkScale: undefined,
    melFilterBank: undefined,
    chromaFilterBank: undefined,
  });
}

function flux(before: Float32Array, now: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < now.length; k++) sum += Math.max(0, now[k] - before[k]);
  return sum;
}

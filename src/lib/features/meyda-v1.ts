import Meyda, { type MeydaAudioFeature, type MeydaFeaturesObject } from "meyda";
import { checkWaveform } from "../audio/check-waveform";
import { resample } from "../audio/resample";
import type { Waveform } from "../audio/waveform";
import { Frames } from "../frames/frame";
import type { Samples } from "../numbers/samples";
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

/** One number per frame; centroid and spread come in bins and leave in Hz. */
const scalars: Readonly<Record<string, (frame: Extracted) => number>> = {
  rms: ({ rms }) => rms,
  energy: ({ energy }) => energy,
  zeroCrossings: ({ zcr }) => zcr,
  spectralCentroidHz: ({ spectralCentroid }) => spectralCentroid * hzPerBin,
  spectralSpreadHz: ({ spectralSpread }) => spectralSpread * hzPerBin,
  spectralSkewness: ({ spectralSkewness }) => spectralSkewness,
  spectralKurtosis: ({ spectralKurtosis }) => spectralKurtosis,
  spectralSlope: ({ spectralSlope }) => spectralSlope,
  spectralRolloffHz: ({ spectralRolloff, energy }) => (energy > 0 ? spectralRolloff : Number.NaN),
  spectralFlatness: ({ spectralFlatness }) => spectralFlatness,
  spectralCrest: ({ spectralCrest }) => spectralCrest,
  loudness: ({ loudness }) => loudness.total,
  perceptualSpread: ({ perceptualSpread }) => perceptualSpread,
  perceptualSharpness: ({ perceptualSharpness }) => perceptualSharpness,
};
const descriptors = [
  ...Object.keys(scalars),
  "spectralFlux",
  ...Array.from({ length: nMfcc }, (_, i) => `mfcc${i}`),
];

/**
 * `meyda-v1`: Meyda 5's descriptors of each frame and their functionals over time, at 16 kHz (resampled where
 * needed).
 *
 * Frames of 512 samples (32 ms, Hann, centred) every 256. The numbers are Meyda's own: time-domain
 * descriptors of the windowed frame, roll-off at 99 %, MFCC of log(1 + x) with a cosine transform that is not
 * orthonormal (not librosa's). Centroid and spread are turned from bins to Hz; `spectralFlux`, which Meyda
 * cannot compute, is the summed rise of the amplitude spectrum since the frame before. What a silent frame
 * leaves undefined is left out of the functionals; a recording without any defined value gets 0.
 *
 * @returns a set of 28 descriptors x 5 functionals, `rms_mean`, `rms_std`, `rms_p10`, `rms_p50`, `rms_p90`,
 * `energy_mean`, ...
 * @example createMeydaV1().columns.length // 140
 */
export function createMeydaV1(): VectorSet {
  const frame = new Float64Array(frameLength);
  return {
    kind: "vector",
    name: "meyda-v1",
    columns: descriptors.flatMap((name) => functionalNames.map((functional) => `${name}_${functional}`)),
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
  const contours = descriptors.map(() => new Float32Array(frames.count));
  const values = Object.values(scalars);
  let before: Float32Array = new Float32Array(frameLength / 2);
  configureMeyda();
  for (let t = 0; t < frames.count; t++) {
    const frame = Meyda.extract([...extractors], frames.read(t, buffer)) as Extracted;
    values.forEach((value, i) => {
      contours[i][t] = value(frame);
    });
    contours[values.length][t] = flux(before, frame.amplitudeSpectrum);
    for (let i = 0; i < nMfcc; i++) contours[values.length + 1 + i][t] = frame.mfcc[i];
    before = frame.amplitudeSpectrum;
  }
  return contours;
}

/**
 * Meyda is one mutable global, which keeps the filter banks of other rates and frame lengths: set all, and
 * have the banks made anew.
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

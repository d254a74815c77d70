import type { ContourName } from "./contours";
import type { FrameAnalysis } from "./frame-analysis";
import { contourSlopes } from "./functionals/contour-slopes";
import { smoothed, smoothedNonZero, smoothedWhere } from "./functionals/contour-smoothing";
import { moments, percentiles } from "./functionals/contour-statistics";
import { segmentLengths } from "./functionals/segment-lengths";
import { hopSeconds } from "./spectrum/framed-spectrum";

const voiceQuality = [
  "jitterLocal",
  "shimmerLocaldB",
  "HNRdBACF",
  "logRelF0-H1-H2",
  "logRelF0-H1-A3",
  "F1frequency",
  "F1bandwidth",
  "F1amplitudeLogRelF0",
  "F2frequency",
  "F2bandwidth",
  "F2amplitudeLogRelF0",
  "F3frequency",
  "F3bandwidth",
  "F3amplitudeLogRelF0",
] as const;
const spectral = ["alphaRatio", "hammarbergIndex", "slope0-500", "slope500-1500", "spectralFlux"] as const;
const cepstral = ["mfcc1", "mfcc2", "mfcc3", "mfcc4"] as const;

/**
 * The 88 statistics of eGeMAPS in the order of `egemapsColumns`. All are of smoothed contours; those of voiced or unvoiced frames leave out zeros.
 */
export function functionalsOf(analysis: FrameAnalysis): Float64Array {
  const { contours, shortFrames, decidedFrames } = analysis;
  const seconds = (frames: number) => frames * hopSeconds;
  const whole = (name: ContourName) => smoothed(contours[name]);
  const pitch = contours.F0semitone.subarray(0, decidedFrames);
  const smoothPitch = smoothedNonZero(pitch);
  const where = (name: ContourName, voiced: boolean) => smoothedWhere(contours[name], pitch, voiced);
  const loudness = whole("loudness");
  const peaks = contourSlopes(loudness, hopSeconds).peaks;
  const voiced = segmentLengths(smoothPitch, (value) => value > 0, hopSeconds);
  const unvoiced = segmentLengths(smoothPitch, (value) => value === 0, hopSeconds);
  return Float64Array.of(
    ...contourStatistics(smoothPitch.filter((semitones) => semitones !== 0)),
    ...contourStatistics(loudness),
    ...(["spectralFlux", ...cepstral] as const).flatMap((name) => meanAndDeviation(whole(name))),
    ...voiceQuality.flatMap((name) => {
      const everywhere = name.endsWith("amplitudeLogRelF0");
      return meanAndDeviation(everywhere ? smoothedWhere(contours[name], pitch) : where(name, true));
    }),
    ...[...spectral, ...cepstral].flatMap((name) => meanAndDeviation(where(name, true))),
    ...spectral.map((name) => moments(where(name, false)).mean),
    ratio(peaks, seconds(shortFrames)),
    ratio(voiced.count, seconds(decidedFrames)),
    voiced.meanSeconds,
    voiced.deviationSeconds,
    unvoiced.meanSeconds,
    unvoiced.deviationSeconds,
    levelDb(moments(contours.energy).mean),
  );
}

function contourStatistics(values: Float64Array): number[] {
  const [p20, p50, p80] = percentiles(values, [0.2, 0.5, 0.8]);
  const slopes = contourSlopes(values, hopSeconds);
  return [
    ...meanAndDeviation(values),
    p20,
    p50,
    p80,
    p80 - p20,
    slopes.meanRising,
    slopes.deviationRising,
    slopes.meanFalling,
    slopes.deviationFalling,
  ];
}

function meanAndDeviation(values: Float64Array): [number, number] {
  const { mean, relativeDeviation } = moments(values);
  return [mean, relativeDeviation];
}

const ratio = (a: number, b: number): number => (b === 0 ? 0 : a / b);

/** Level in dB of a mean energy, 0 dB being a full-scale square wave; at least -120 dB. */
const levelDb = (energy: number): number => 10 * Math.log10(Math.max(1e-12, energy));

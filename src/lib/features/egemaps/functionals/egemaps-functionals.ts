import { type ContourName, contours } from "../contours";
import type { FrameChoice } from "./frame-selection";
import { type StatisticName, statistics } from "./statistics";

/** A column of eGeMAPS v02: a statistic over time of a contour. */
export interface Functional {
  /** openSMILE's name. */
  readonly column: string;
  readonly contour: ContourName;
  /** Which frames count. */
  readonly frames: FrameChoice;
  readonly statistic: StatisticName;
}

const moments = ["amean", "stddevNorm"] as const;
const ten = [
  ...moments,
  "percentile20.0",
  "percentile50.0",
  "percentile80.0",
  "pctlrange0-2",
  "meanRisingSlope",
  "stddevRisingSlope",
  "meanFallingSlope",
  "stddevFallingSlope",
] as const;

/**
 * Columns that are called by their statistic, after a stem: in a stem `V` means voiced, `UV`
 * unvoiced.
 */
function columns(
  stem: string,
  contour: ContourName,
  frames: FrameChoice,
  names: readonly StatisticName[],
): Functional[] {
  return names.map((statistic) => ({ column: `${stem}_${statistic}`, contour, frames, statistic }));
}

/** The 88 functionals of eGeMAPS v02, each declared once, in openSMILE's order. */
export const egemapsFunctionals: readonly Functional[] = [
  ...columns("F0semitoneFrom27.5Hz_sma3nz", "F0semitoneFrom27.5Hz", "voiced", ten),
  ...columns("loudness_sma3", "loudness", "all", ten),
  ...columns("spectralFlux_sma3", "spectralFlux", "all", moments),
  ...columns("mfcc1_sma3", "mfcc1", "all", moments),
  ...columns("mfcc2_sma3", "mfcc2", "all", moments),
  ...columns("mfcc3_sma3", "mfcc3", "all", moments),
  ...columns("mfcc4_sma3", "mfcc4", "all", moments),
  ...columns("jitterLocal_sma3nz", "jitterLocal", "voiced", moments),
  ...columns("shimmerLocaldB_sma3nz", "shimmerLocaldB", "voiced", moments),
  ...columns("HNRdBACF_sma3nz", "HNRdBACF", "voiced", moments),
  ...columns("logRelF0-H1-H2_sma3nz", "logRelF0-H1-H2", "voiced", moments),
  ...columns("logRelF0-H1-A3_sma3nz", "logRelF0-H1-A3", "voiced", moments),
  ...columns("F1frequency_sma3nz", "F1frequency", "voiced", moments),
  ...columns("F1bandwidth_sma3nz", "F1bandwidth", "voiced", moments),
  ...columns("F1amplitudeLogRelF0_sma3nz", "F1amplitudeLogRelF0", "all", moments),
  ...columns("F2frequency_sma3nz", "F2frequency", "voiced", moments),
  ...columns("F2bandwidth_sma3nz", "F2bandwidth", "voiced", moments),
  ...columns("F2amplitudeLogRelF0_sma3nz", "F2amplitudeLogRelF0", "all", moments),
  ...columns("F3frequency_sma3nz", "F3frequency", "voiced", moments),
  ...columns("F3bandwidth_sma3nz", "F3bandwidth", "voiced", moments),
  ...columns("F3amplitudeLogRelF0_sma3nz", "F3amplitudeLogRelF0", "all", moments),
  ...columns("alphaRatioV_sma3nz", "alphaRatio", "voiced", moments),
  ...columns("hammarbergIndexV_sma3nz", "hammarbergIndex", "voiced", moments),
  ...columns("slopeV0-500_sma3nz", "slope0-500", "voiced", moments),
  ...columns("slopeV500-1500_sma3nz", "slope500-1500", "voiced", moments),
  ...columns("spectralFluxV_sma3nz", "spectralFlux", "voiced", moments),
  ...columns("mfcc1V_sma3nz", "mfcc1", "voiced", moments),
  ...columns("mfcc2V_sma3nz", "mfcc2", "voiced", moments),
  ...columns("mfcc3V_sma3nz", "mfcc3", "voiced", moments),
  ...columns("mfcc4V_sma3nz", "mfcc4", "voiced", moments),
  ...columns("alphaRatioUV_sma3nz", "alphaRatio", "unvoiced", ["amean"]),
  ...columns("hammarbergIndexUV_sma3nz", "hammarbergIndex", "unvoiced", ["amean"]),
  ...columns("slopeUV0-500_sma3nz", "slope0-500", "unvoiced", ["amean"]),
  ...columns("slopeUV500-1500_sma3nz", "slope500-1500", "unvoiced", ["amean"]),
  ...columns("spectralFluxUV_sma3nz", "spectralFlux", "unvoiced", ["amean"]),
  { column: "loudnessPeaksPerSec", contour: "loudness", frames: "all", statistic: "peaksPerSecond" },
  {
    column: "VoicedSegmentsPerSec",
    contour: "F0semitoneFrom27.5Hz",
    frames: "voiced",
    statistic: "segmentsPerSecond",
  },
  {
    column: "MeanVoicedSegmentLengthSec",
    contour: "F0semitoneFrom27.5Hz",
    frames: "voiced",
    statistic: "meanSegmentLength",
  },
  {
    column: "StddevVoicedSegmentLengthSec",
    contour: "F0semitoneFrom27.5Hz",
    frames: "voiced",
    statistic: "stddevSegmentLength",
  },
  {
    column: "MeanUnvoicedSegmentLength",
    contour: "F0semitoneFrom27.5Hz",
    frames: "unvoiced",
    statistic: "meanSegmentLength",
  },
  {
    column: "StddevUnvoicedSegmentLength",
    contour: "F0semitoneFrom27.5Hz",
    frames: "unvoiced",
    statistic: "stddevSegmentLength",
  },
  { column: "equivalentSoundLevel_dBp", contour: "energy", frames: "all", statistic: "levelOfMean" },
];

/** What a column measures, and its unit. */
export function describeFunctional({ contour, frames, statistic }: Functional) {
  const { measures, unit } = contours[contour];
  const taken = statistics[statistic];
  return { measures: taken.measures(measures, frames), unit: taken.unit(unit) };
}

/**
 * The 25 low-level descriptors of eGeMAPS in openSMILE's order: one value every 10 ms. `sma3` means smoothed over three frames, `nz` that
 * only voiced frames count.
 */
export const descriptorNames = [
  "Loudness_sma3",
  "alphaRatio_sma3",
  "hammarbergIndex_sma3",
  "slope0-500_sma3",
  "slope500-1500_sma3",
  "spectralFlux_sma3",
  "mfcc1_sma3",
  "mfcc2_sma3",
  "mfcc3_sma3",
  "mfcc4_sma3",
  "F0semitoneFrom27.5Hz_sma3nz",
  "jitterLocal_sma3nz",
  "shimmerLocaldB_sma3nz",
  "HNRdBACF_sma3nz",
  "logRelF0-H1-H2_sma3nz",
  "logRelF0-H1-A3_sma3nz",
  "F1frequency_sma3nz",
  "F1bandwidth_sma3nz",
  "F1amplitudeLogRelF0_sma3nz",
  "F2frequency_sma3nz",
  "F2bandwidth_sma3nz",
  "F2amplitudeLogRelF0_sma3nz",
  "F3frequency_sma3nz",
  "F3bandwidth_sma3nz",
  "F3amplitudeLogRelF0_sma3nz",
] as const;

export type DescriptorName = (typeof descriptorNames)[number];

const contourStatistics = [
  "amean",
  "stddevNorm",
  "percentile20.0",
  "percentile50.0",
  "percentile80.0",
  "pctlrange0-2",
  "meanRisingSlope",
  "stddevRisingSlope",
  "meanFallingSlope",
  "stddevFallingSlope",
];
const moments = ["amean", "stddevNorm"];

const columnsOf = (contours: readonly string[], statistics: readonly string[]): string[] =>
  contours.flatMap((contour) => statistics.map((statistic) => `${contour}_${statistic}`));

const formant = (number: number): string[] =>
  ["frequency", "bandwidth", "amplitudeLogRelF0"].map((part) => `F${number}${part}_sma3nz`);

/** The 88 columns of eGeMAPS v02 with openSMILE's names and order. `V` are voiced frames only, `UV` unvoiced ones, names without either all frames. */
export const egemapsColumns: readonly string[] = [
  ...columnsOf(["F0semitoneFrom27.5Hz_sma3nz", "loudness_sma3"], contourStatistics),
  ...columnsOf(["spectralFlux_sma3", "mfcc1_sma3", "mfcc2_sma3", "mfcc3_sma3", "mfcc4_sma3"], moments),
  ...columnsOf(["jitterLocal_sma3nz", "shimmerLocaldB_sma3nz", "HNRdBACF_sma3nz"], moments),
  ...columnsOf(["logRelF0-H1-H2_sma3nz", "logRelF0-H1-A3_sma3nz"], moments),
  ...columnsOf([1, 2, 3].flatMap(formant), moments),
  ...columnsOf(["alphaRatioV_sma3nz", "hammarbergIndexV_sma3nz"], moments),
  ...columnsOf(["slopeV0-500_sma3nz", "slopeV500-1500_sma3nz", "spectralFluxV_sma3nz"], moments),
  ...columnsOf(["mfcc1V_sma3nz", "mfcc2V_sma3nz", "mfcc3V_sma3nz", "mfcc4V_sma3nz"], moments),
  ...columnsOf(["alphaRatioUV_sma3nz", "hammarbergIndexUV_sma3nz"], ["amean"]),
  ...columnsOf(["slopeUV0-500_sma3nz", "slopeUV500-1500_sma3nz", "spectralFluxUV_sma3nz"], ["amean"]),
  "loudnessPeaksPerSec",
  "VoicedSegmentsPerSec",
  "MeanVoicedSegmentLengthSec",
  "StddevVoicedSegmentLengthSec",
  "MeanUnvoicedSegmentLength",
  "StddevUnvoicedSegmentLength",
  "equivalentSoundLevel_dBp",
];

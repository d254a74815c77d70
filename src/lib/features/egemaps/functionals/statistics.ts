import type { FrameChoice, FrameSelection } from "./frame-selection";

/** A number that sums up a contour. */
interface Statistic {
  /** In words, for a contour that measures `of`. */
  readonly measures: (of: string, frames: FrameChoice) => string;
  /** Its unit, for a contour in `unit`. */
  readonly unit: (unit: string) => string;
  /** Formula, and where it is from. */
  readonly definition: string;
  readonly of: (selection: FrameSelection) => number;
}

const framesIn: Readonly<Record<FrameChoice, string>> = {
  all: "all frames",
  voiced: "voiced frames",
  unvoiced: "unvoiced frames",
};
const called = (name: string) => (of: string, frames: FrameChoice) => `${name} of ${of}, ${framesIn[frames]}`;
const same = (unit: string) => unit;
const perSecond = (unit: string) => (unit === "1" ? "1/s" : `${unit} per s`);
const always = (unit: string) => () => unit;

const percentile = (index: 0 | 1 | 2, name: string): Statistic => ({
  measures: called(name),
  unit: same,
  definition: "linear between two values",
  of: ({ percentiles }) => percentiles[index],
});

const slope = (name: string, definition: string, of: (selection: FrameSelection) => number): Statistic => ({
  measures: called(name),
  unit: perSecond,
  definition,
  of,
});

const meanSlope =
  "over the slopes between a valley and a peak (or an end of the contour) that differ by more than a tenth of the contour's range (Eyben's thesis, 2.4.6)";

/** The statistics of eGeMAPS, each declared once. */
export const statistics = {
  amean: {
    measures: called("arithmetic mean"),
    unit: same,
    definition: "m = sum x / n",
    of: ({ moments }) => moments.mean,
  },
  stddevNorm: {
    measures: called("relative standard deviation"),
    unit: always("1"),
    definition: "sqrt(sum (x - m)^2 / n) / m",
    of: ({ moments }) => moments.relativeDeviation,
  },
  "percentile20.0": percentile(0, "20th percentile"),
  "percentile50.0": percentile(1, "median"),
  "percentile80.0": percentile(2, "80th percentile"),
  "pctlrange0-2": {
    measures: called("range from the 20th to the 80th percentile"),
    unit: same,
    definition: "80th percentile - 20th percentile",
    of: ({ percentiles }) => percentiles[2] - percentiles[0],
  },
  meanRisingSlope: slope("mean rising slope", `mean ${meanSlope}`, ({ slopes }) => slopes.meanRising),
  stddevRisingSlope: slope(
    "standard deviation of the rising slopes",
    `standard deviation ${meanSlope}`,
    ({ slopes }) => slopes.deviationRising,
  ),
  meanFallingSlope: slope("mean falling slope", `mean ${meanSlope}`, ({ slopes }) => slopes.meanFalling),
  stddevFallingSlope: slope(
    "standard deviation of the falling slopes",
    `standard deviation ${meanSlope}`,
    ({ slopes }) => slopes.deviationFalling,
  ),
  peaksPerSecond: {
    measures: (of) => `peaks of ${of} per second`,
    unit: always("1/s"),
    definition: "peaks as for the slopes, over the duration of all frames",
    of: ({ slopes, seconds }) => ratio(slopes.peaks, seconds),
  },
  segmentsPerSecond: {
    measures: (_, frames) => `${frames} segments per second`,
    unit: always("1/s"),
    definition: "runs of three frames or more, over the duration of all frames",
    of: ({ segments, seconds }) => ratio(segments.count, seconds),
  },
  meanSegmentLength: {
    measures: (_, frames) => `mean length of the ${frames} segments`,
    unit: always("s"),
    definition: "a run of n frames lasts (n - 1) x 10 ms",
    of: ({ segments }) => segments.meanSeconds,
  },
  stddevSegmentLength: {
    measures: (_, frames) => `standard deviation of the ${frames} segments' lengths`,
    unit: always("s"),
    definition: "sqrt(sum (x - m)^2 / n)",
    of: ({ segments }) => segments.deviationSeconds,
  },
  levelOfMean: {
    measures: () => "equivalent sound level",
    unit: always("dB relative to full scale"),
    definition: "10 log10(mean energy), at least -120 dB",
    of: ({ moments }) => 10 * Math.log10(Math.max(1e-12, moments.mean)),
  },
} as const satisfies Readonly<Record<string, Statistic>>;

export type StatisticName = keyof typeof statistics;

const ratio = (a: number, b: number): number => (b === 0 ? 0 : a / b);

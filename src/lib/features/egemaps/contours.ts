/** What a 20 ms frame tells by itself, in the order in which frames keep it. */
export const frameContours = [
  "loudness",
  "mfcc1",
  "mfcc2",
  "mfcc3",
  "mfcc4",
  "alphaRatio",
  "hammarbergIndex",
  "slope0-500",
  "slope500-1500",
  "energy",
] as const;

/** Of a 20 ms frame, too. */
export const formantContours = [
  "F1frequency",
  "F1bandwidth",
  "F2frequency",
  "F2bandwidth",
  "F3frequency",
  "F3bandwidth",
] as const;

/** What a 60 ms frame tells when its pitch is known. */
export const voicedContours = [
  "F0hz",
  "F0semitone",
  "HNRdBACF",
  "logRelF0-H1-H2",
  "logRelF0-H1-A3",
  "F1amplitudeLogRelF0",
  "F2amplitudeLogRelF0",
  "F3amplitudeLogRelF0",
] as const;

/** What is measured in every 20 ms frame. */
const shortContours = [...frameContours, "spectralFlux", ...formantContours] as const;

/** What is measured in every 60 ms frame: 0 where a frame is unvoiced, -201 dB for the formants' levels. */
const longContours = [...voicedContours, "jitterLocal", "shimmerLocaldB"] as const;

export type ContourName = (typeof shortContours)[number] | (typeof longContours)[number];

export type Contours = Record<ContourName, Float64Array>;

/** Contours of so many frames without values. */
export function emptyContours(shortFrames: number, longFrames: number): Contours {
  const short = shortContours.map((name) => [name, new Float64Array(shortFrames)] as const);
  const long = longContours.map((name) => {
    const unvoiced = name.endsWith("amplitudeLogRelF0") ? -201 : 0;
    return [name, new Float64Array(longFrames).fill(unvoiced)] as const;
  });
  return Object.fromEntries([...short, ...long]) as Contours;
}

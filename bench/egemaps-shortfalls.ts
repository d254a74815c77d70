const reasons: readonly (readonly [RegExp, string])[] = [
  [
    /^(jitter|shimmer)/,
    "where a frame has another pitch, the periods are followed from another place on to the end of the voiced segment",
  ],
  [
    /^F0.*Slope/,
    "one frame with another pitch candidate (one in 65 voiced frames on URDU, one in 165 on EMO-DB) makes or removes a peak",
  ],
  [/^F0/, "one voiced frame in 65 takes another pitch candidate"],
  [
    /^(HNR|logRel|F\d)/,
    "follows from frames with another pitch, and from harmonics that are missing (-200 dB)",
  ],
  [/Segment/, "frames at the edge of the voicing threshold"],
  [/./, "follows from the choice of voiced frames; the mean is near zero"],
];

/** Why a column agrees less with openSMILE than .95. */
export function shortfallReason(column: string): string {
  return reasons.find(([pattern]) => pattern.test(column))?.[1] ?? "";
}

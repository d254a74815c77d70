const reasons: readonly (readonly [RegExp, string])[] = [
  [
    /^(jitter|shimmer)/,
    "how openSMILE begins to follow periods, and goes on after one that it missed, is not documented",
  ],
  [
    /^F0.*Slope/,
    "one frame with another pitch candidate (about one in 150 frames on URDU) makes or removes a peak",
  ],
  [/^F0/, "about one frame in 150 takes another pitch candidate"],
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

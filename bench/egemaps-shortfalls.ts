const reasons: readonly (readonly [RegExp, string])[] = [
  [/^(jitter|shimmer)/, "where openSMILE begins to follow the periods of a voiced segment is not documented"],
  [/^F0.*Slope/, "one frame with another pitch candidate makes a peak"],
  [/^F0/, "about one frame in forty takes another pitch candidate"],
  [/^(HNR|logRel|F\d)/, "follows from frames with another pitch"],
  [/Segment/, "frames at the edge of the voicing threshold"],
  [/./, "follows from the choice of voiced frames; the mean is near zero"],
];

/** Why a column agrees less with openSMILE than .95. */
export function shortfallReason(column: string): string {
  return reasons.find(([pattern]) => pattern.test(column))?.[1] ?? "";
}

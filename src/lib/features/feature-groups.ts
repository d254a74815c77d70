/**
 * What a group of eGeMAPS columns measures, by how its columns begin; the first that fits counts.
 */
const egemapsGroups: readonly (readonly [RegExp, string])[] = [
  [/^F0semitone/, "pitch"],
  [/^(loudness(?!Peaks)|equivalentSoundLevel)/, "loudness"],
  [/^(jitter|shimmer|HNR|logRelF0)/, "voice quality"],
  [/^F[123](frequency|bandwidth|amplitude)/, "formants"],
  [/^mfcc/, "cepstrum"],
  [/^(spectralFlux|alphaRatio|hammarberg|slope)/, "spectral balance"],
  [/(Segment|PeaksPerSec|SegmentsPerSec)/, "rhythm"],
];

/**
 * The group that a column of a feature set belongs to: what eGeMAPS columns measure, else the name
 * up to its first digit, dot or underscore.
 *
 * @example featureGroup("shimmerLocaldB_sma3nz_amean") // "voice quality"
 * @example featureGroup("mel17") // "mel"
 */
export function featureGroup(column: string): string {
  const known = egemapsGroups.find(([pattern]) => pattern.test(column));
  return known ? known[1] : (/^[A-Za-z]+/.exec(column)?.[0] ?? column);
}

/**
 * The groups of a set's columns, in the order in which they first appear, each with the indices of
 * its columns.
 *
 * @example featureGroups(["mfcc0", "mel0", "mel1"]) // [{ name: "cepstrum", columns: [0] }, { name: "mel", columns: [1, 2] }]
 */
export function featureGroups(columns: readonly string[]): { name: string; columns: number[] }[] {
  const groups = new Map<string, number[]>();
  columns.forEach((column, i) => {
    const name = featureGroup(column);
    groups.set(name, [...(groups.get(name) ?? []), i]);
  });
  return [...groups].map(([name, members]) => ({ name, columns: members }));
}

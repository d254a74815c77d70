import type { Source, Sources } from "./contour";
import { type Contours, contoursOf } from "./contours";

/** A contour that is being written. */
interface Track<S> {
  readonly values: Float64Array;
  readonly of: (source: S) => number;
}

/** The contours by what they are measured from. */
export function tracksOf(contours: Contours) {
  const from = <S extends Source>(source: S): Track<Sources[S]>[] =>
    contoursOf(source).map(([name, { of }]) => ({ values: contours[name], of }));
  return {
    ofSpectrum: from("spectrum"),
    ofFormants: from("formants"),
    ofVoiced: from("voiced"),
    ofPeriods: from("periods"),
  };
}

/** Writes what a frame's source says at place `t`. */
export function write<S>(tracks: readonly Track<S>[], t: number, source: S): void {
  for (const { values, of } of tracks) values[t] = of(source);
}

/** Writes values that were measured already, in the order of the contours. */
export function writeValues(tracks: readonly Track<never>[], t: number, measured: readonly number[]): void {
  for (let i = 0; i < tracks.length; i++) tracks[i].values[t] = measured[i];
}

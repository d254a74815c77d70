import type { Random } from "../numbers/random";
import { CONTROL_HOP_SECONDS, type Controls } from "./controls";
import { gainOf } from "./exact-math";
import type { Performance } from "./perform";
import { pitchContour } from "./pitch-contour";
import type { Segment } from "./segments";
import { type Point, pathThrough } from "./smooth-path";

/** Formants above the third keep their place (reference tract, in Hz). */
const HIGHER_FORMANTS_HZ = [3500, 4500, 5500, 6500, 7500];
const HIGHEST_HZ = 7800;
const MIDDLE_HZ = [500, 1500, 2500];
/**
 * Half of the time that a formant takes from one sound to the next, inside each of them: long in
 * vowels, short in consonants.
 */
const VOWEL_GLIDE_SECONDS = 0.045;
const CONSONANT_GLIDE_SECONDS = 0.02;
const ATTACK_SECONDS = 0.012;

/**
 * Turns segments into control tracks: smooth formant movements, gains with soft edges, and the
 * melody.
 */
export function articulate(segments: readonly Segment[], performance: Performance, chance: Random): Controls {
  const hopSeconds = CONTROL_HOP_SECONDS;
  const frames = Math.ceil(segments[segments.length - 1].endSeconds / hopSeconds) + 1;
  const track = (points: readonly Point[]) => pathThrough(points, frames, hopSeconds);
  const gain = (of: (segment: Segment) => number) => track(plateaus(segments, of, ATTACK_SECONDS));
  const steps = (of: (segment: Segment) => number) => track(plateaus(segments, of, 0.001));
  const levelOf = ({ stressed }: Segment) => performance.levelDb + (stressed ? performance.stressDb : 0);
  return {
    hopSeconds,
    f0Hz: pitchContour(segments, performance, frames, hopSeconds, chance),
    voicing: gain((s) => (s.voicingDb === undefined ? 0 : gainOf(s.voicingDb + levelOf(s)))),
    aspiration: gain((s) => aspirationOf(s, performance.breath) * gainOf(levelOf(s))),
    frication: gain((s) => (hasNoise(s) ? gainOf(s.frication!.levelDb + levelOf(s)) : 0)),
    fricationHz: steps(({ frication }) => frication?.centreHz ?? 4000),
    fricationBandwidthHz: steps(({ frication }) => frication?.bandwidthHz ?? 4000),
    nasality: gain(({ kind }) => (kind === "nasal" ? 1 : 0)),
    formantsHz: formantTracks(segments, performance, track),
  };
}

/** A stop's noise comes with its burst, not with its closure. */
function hasNoise({ kind, frication }: Segment): boolean {
  return frication !== undefined && kind !== "stop";
}

function aspirationOf({ voicingDb, aspirationDb, kind }: Segment, breath: number): number {
  if (aspirationDb !== undefined) return gainOf(aspirationDb);
  return voicingDb === undefined || kind === "stop" ? 0 : breath * gainOf(voicingDb);
}

/**
 * Each segment's value from edge to edge, with ramps around the borders; voices die away slowly
 * before a pause.
 */
function plateaus(segments: readonly Segment[], of: (segment: Segment) => number, ramp: number): Point[] {
  return segments.flatMap((segment, i) => {
    const { startSeconds, endSeconds } = segment;
    const third = (endSeconds - startSeconds) / 3;
    const isLast = segment.kind !== "pause" && segments[i + 1]?.kind === "pause";
    const value = of(segment);
    return [
      [startSeconds + Math.min(ramp / 2, third), value],
      [endSeconds - Math.min(isLast ? 8 * ramp : ramp / 2, third), value],
    ] as Point[];
  });
}

function formantTracks(
  segments: readonly Segment[],
  { formantScale, precision }: Performance,
  track: (points: readonly Point[]) => Float64Array,
): Float64Array[] {
  const moving = MIDDLE_HZ.map((middle, formant) => {
    const target = ({ kind, formantsHz }: Segment) =>
      formantScale *
      (kind === "vowel" ? middle + precision * (formantsHz[formant] - middle) : formantsHz[formant]);
    return track(segments.flatMap((segment) => steadyPart(segment, target(segment))));
  });
  const still = HIGHER_FORMANTS_HZ.map((hertz) => formantScale * hertz).filter((hertz) => hertz < HIGHEST_HZ);
  return [...moving, ...still.map((hertz) => track([[0, hertz]]))];
}

/** Where a segment's formants stand still: all of it but the glides at both ends. */
function steadyPart({ kind, startSeconds, endSeconds }: Segment, value: number): Point[] {
  const glide = kind === "vowel" ? VOWEL_GLIDE_SECONDS : CONSONANT_GLIDE_SECONDS;
  const edge = Math.min(glide, (endSeconds - startSeconds) * 0.4);
  return [
    [startSeconds + edge, value],
    [endSeconds - edge, value],
  ];
}

import { type Random, random } from "../numbers/random";
import { DEVIATIONS, type Emotion, EXPRESSIONS, type Expression } from "./emotions";
import { gainOf, ratioOf } from "./exact-math";
import type { Phonation } from "./glottal-source";
import type { Voice } from "./voices";

/** Everything that decides how one utterance sounds, in absolute terms. */
export interface Performance extends Phonation {
  /** Mean fundamental frequency, in Hz. */
  readonly f0Hz: number;
  readonly accentSemitones: number;
  readonly finalSemitones: number;
  readonly tremorSemitones: number;
  readonly rate: number;
  readonly levelDb: number;
  /** Level of stressed over unstressed syllables. */
  readonly stressDb: number;
  /** Linear gain of aspiration noise under voicing. */
  readonly breath: number;
  readonly formantScale: number;
  readonly precision: number;
}

/**
 * The weakest expression that the corpus holds, as a share of full strength; the strongest is full.
 */
const WEAKEST = 0.6;

/**
 * A speaker's way to say one utterance in an emotion: the emotion's settings at a chance strength,
 * plus the speaker's own habit in this emotion (the same in all their utterances), plus chance.
 *
 * @param take What tells this utterance from the speaker's others; the same take gives the same
 *   performance.
 */
export function perform(voice: Voice, emotion: Emotion, take: string): Performance {
  const chance = random(`${voice.name} ${emotion} ${take}`);
  const habit = random(`${voice.name} ${emotion} habit`);
  const strength = WEAKEST + (1 - WEAKEST) * chance.uniform();
  const neutral = EXPRESSIONS.neutral;
  const change = { ...neutral } as Record<keyof Expression, number>;
  for (const column of Object.keys(neutral) as (keyof Expression)[]) {
    change[column] += strength * (EXPRESSIONS[emotion][column] - neutral[column]);
    change[column] += DEVIATIONS.habit[column] * bell(habit) + DEVIATIONS.utterance[column] * bell(chance);
  }
  return applied(voice, change);
}

/** A speaker's plain neutral performance, without habit and chance; tests start from it. */
export function plainPerformance(voice: Voice): Performance {
  return applied(voice, EXPRESSIONS.neutral);
}

function applied(voice: Voice, change: Expression): Performance {
  const roughness = octaves(change.roughnessOctaves);
  return {
    f0Hz: voice.f0Hz * ratioOf(change.f0Semitones),
    accentSemitones: voice.accentSemitones * octaves(change.rangeOctaves),
    finalSemitones: change.finalSemitones,
    tremorSemitones: Math.max(0, change.tremorSemitones),
    rate: voice.rate * octaves(change.rateOctaves),
    levelDb: voice.levelDb + change.levelDb,
    stressDb: 2.5 + change.stressDb,
    tiltDb: Math.max(0, voice.tiltDb + change.tiltDb),
    openQuotient: Math.min(0.85, Math.max(0.35, voice.openQuotient + change.openQuotient)),
    breath: gainOf(voice.breathDb + change.breathDb),
    jitter: 0.005 * roughness,
    shimmer: 0.03 * roughness,
    formantScale: voice.formantScale * (1 + change.formantShift),
    precision: Math.min(1.15, 0.95 + change.precision),
  };
}

function octaves(value: number): number {
  return ratioOf(12 * value);
}

/**
 * Normal but for its bounds (Irwin-Hall): mean 0, standard deviation 1; free of `Math.log`, whose
 * last bit may differ.
 */
function bell(source: Random): number {
  let sum = -6;
  for (let i = 0; i < 12; i++) sum += source.uniform();
  return sum;
}

import { cosine, gainOf } from "./exact-math";
import type { Noise } from "./noise";

/** How the vocal folds swing. */
export interface Phonation {
  /**
   * Part of the period in which the glottis is open, 0 to 1; tense voices have less, breathy ones
   * more.
   */
  readonly openQuotient: number;
  /** Loss at 3 kHz, in dB: soft voices lose more. */
  readonly tiltDb: number;
  /** Standard deviation of a period's length from its neighbours', relative. */
  readonly jitter: number;
  /** Standard deviation of a period's amplitude, relative. */
  readonly shimmer: number;
}

/** Source of voiced sound, one sample a call. */
export interface GlottalSource {
  /** The flow's derivative at a fundamental frequency in Hz; about -1 at the moment of closure. */
  step(f0Hz: number): number;
  /** Whether the glottis is open at the sample last given; noise is stronger then. */
  isOpen(): boolean;
}

const SQRT3 = Math.sqrt(3);

/**
 * The derivative of the glottal flow as Klatt & Klatt (1990) model it (KLGLOTT88): 2x - 3x² over
 * the open phase, zero while closed, then a one-pole tilt filter. Periods and amplitudes vary from
 * one to the next by jitter and shimmer. The step at closure is rounded over two samples
 * (polynomial band-limited step), so that periods of broken length do not alias into roughness.
 */
export function glottalSource(phonation: Phonation, sampleRate: number, noise: Noise): GlottalSource {
  const { openQuotient, jitter, shimmer } = phonation;
  const tilt = tiltFilter(phonation.tiltDb, sampleRate);
  // Fields, for captured `let`s would be boxed anew with every sample.
  const state = { phase: 0, stretch: 1, strength: 1 };
  return {
    step(f0Hz) {
      const advance = f0Hz / (sampleRate * state.stretch);
      state.phase += advance;
      if (state.phase >= 1) {
        state.phase -= 1;
        state.stretch = 1 + SQRT3 * jitter * noise();
        state.strength = 1 + SQRT3 * shimmer * noise();
      }
      const x = state.phase / openQuotient;
      const flow = x < 1 ? 2 * x - 3 * x * x : 0;
      return tilt(state.strength * (flow + roundedStep((state.phase - openQuotient) / advance)));
    },
    isOpen: () => state.phase < openQuotient,
  };
}

/**
 * What to add around a step of +1 at distance 0 (in samples) to limit its band; zero further than
 * one sample away.
 */
function roundedStep(distance: number): number {
  if (distance <= -1 || distance >= 1) return 0;
  const rest = 1 - (distance < 0 ? -distance : distance);
  return (distance < 0 ? 0.5 : -0.5) * rest * rest;
}

/** A one-pole low pass with gain 1 at 0 Hz and the given loss at 3 kHz. */
function tiltFilter(tiltDb: number, sampleRate: number): (input: number) => number {
  const pole = tiltDb > 0 ? poleOf(gainOf(-tiltDb), cosine((2 * Math.PI * 3000) / sampleRate)) : 0;
  const state = { last: 0 };
  return (input) => {
    state.last = input + pole * (state.last - input);
    return state.last;
  };
}

/**
 * Solves (1-p)² = g² (1 - 2pc + p²) for the pole p inside the unit circle; c is the cosine of the
 * frequency.
 */
function poleOf(gain: number, c: number): number {
  const loss = 1 - gain * gain;
  const half = 1 - gain * gain * c;
  return (half - Math.sqrt(half * half - loss * loss)) / loss;
}

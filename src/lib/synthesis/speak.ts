import type { Waveform } from "../audio/waveform";
import { random } from "../numbers/random";
import { articulate } from "./articulate";
import type { Controls } from "./controls";
import { gainOf } from "./exact-math";
import { seededNoise } from "./noise";
import type { Performance } from "./perform";
import { type Segment, segmentsOf } from "./segments";
import { synthesize } from "./synthesize";

/** Speech with what is true of it, for tests of pitch and formant trackers. */
export interface Speech {
  readonly waveform: Waveform;
  /** Sounds and pauses with their times. */
  readonly segments: readonly Segment[];
  readonly truth: {
    /** Time between two frames, in seconds; the first is at 0. */
    readonly hopSeconds: number;
    /**
     * Fundamental frequency at each frame, in Hz; 0 where nothing is voiced. Jitter makes single
     * periods differ from it.
     */
    readonly f0Hz: Float64Array;
    /** F1, F2, ... in Hz: formants x frames. */
    readonly formantsHz: readonly Float64Array[];
  };
}

/** Options of `speak`. */
export interface SpeakOptions {
  /** In Hz. Default: 16000. */
  readonly sampleRate?: number;
  /** Level of the room's noise below full scale, in dB; `-Infinity` for silence. Default: -72. */
  readonly roomDb?: number;
  /** Seeds noise, jitter, shimmer and the melody's wander. Default: "speech". */
  readonly seed?: string;
}

/** Puts neutral speech at about 25 dB below full scale. */
const OUTPUT_GAIN = 0.045;
const KNEE = 0.5;
const CEILING = 0.95;
/** Voicing below this gain, relative to the loudest frame, does not count as voiced. */
const VOICED = 0.05;

/**
 * Speaks a text: a source-filter synthesizer after Klatt (1980) and Klatt & Klatt (1990). The same
 * arguments give the same samples on every machine.
 *
 * @param text Symbols of `phones.ts` between spaces, `'` after a stressed vowel, `|` for a pause.
 * @param performance From `perform` (a voice in an emotion) or `plainPerformance`.
 * @throws InputError for an unknown symbol.
 *
 * @example speak("m a' n o", plainPerformance(VOICES[0])).waveform.samples.length // 15120
 */
export function speak(text: string, performance: Performance, options: SpeakOptions = {}): Speech {
  const { sampleRate = 16000, roomDb = -72, seed = "speech" } = options;
  const chance = random(seed);
  const segments = segmentsOf(text, performance.rate);
  const controls = articulate(segments, performance, chance);
  const noiseSeed = chance.integer(2 ** 31);
  const sound = synthesize(controls, { ...performance, sampleRate, seed: noiseSeed });
  const room = seededNoise(noiseSeed + 2);
  const roomGain = roomDb === Number.NEGATIVE_INFINITY ? 0 : gainOf(roomDb) * Math.sqrt(3);
  const samples = new Float32Array(sound.length);
  for (let i = 0; i < samples.length; i++) samples[i] = limited(OUTPUT_GAIN * sound[i]) + roomGain * room();
  return { waveform: { samples, sampleRate }, segments, truth: truthOf(controls) };
}

/**
 * Leaves quiet samples alone and bends loud ones towards full scale, so that a shout on a resonance
 * does not clip.
 */
function limited(value: number): number {
  const excess = Math.abs(value) - KNEE;
  if (excess <= 0) return value;
  const bent = KNEE + (CEILING - KNEE) * (excess / (excess + CEILING - KNEE));
  return value < 0 ? -bent : bent;
}

function truthOf({ hopSeconds, f0Hz, voicing, formantsHz }: Controls): Speech["truth"] {
  const threshold = VOICED * voicing.reduce((a, b) => Math.max(a, b), 0);
  return {
    hopSeconds,
    f0Hz: f0Hz.map((hertz, frame) => (voicing[frame] > threshold ? hertz : 0)),
    formantsHz,
  };
}

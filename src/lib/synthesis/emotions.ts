/** How an emotion changes a voice, relative to the same speaker's neutral speech. */
export interface Expression {
  /** Mean fundamental frequency, in semitones. */
  readonly f0Semitones: number;
  /**
   * Pitch range: the accents' height and the declination, as a factor in octaves (0 keeps it, 1
   * doubles it).
   */
  readonly rangeOctaves: number;
  /** Pitch over the last syllable, in semitones: falling below zero, rising above. */
  readonly finalSemitones: number;
  /** Speaking rate, in octaves: .26 is 20 % faster. */
  readonly rateOctaves: number;
  /** Level, in dB. */
  readonly levelDb: number;
  /** How much louder stressed syllables are than others, in dB, on top of neutral speech. */
  readonly stressDb: number;
  /** Loss of the source at 3 kHz, in dB: less of it is more energy in high frequencies. */
  readonly tiltDb: number;
  /** Open quotient; below zero is a tense voice, above a lax one. */
  readonly openQuotient: number;
  /** Aspiration noise, in dB. */
  readonly breathDb: number;
  /** Irregularity of the periods (jitter and shimmer), in octaves. */
  readonly roughnessOctaves: number;
  /** Trembling of the fundamental at 6 Hz, in semitones. */
  readonly tremorSemitones: number;
  /** Formant frequencies, relative; spread lips raise them. */
  readonly formantShift: number;
  /** How far vowels keep from the middle of the vowel space, relative. */
  readonly precision: number;
}

/** The emotions of the embedded corpus. */
export type Emotion = "anger" | "fear" | "happiness" | "neutral" | "sadness";

const COLUMNS: readonly (keyof Expression)[] = [
  "f0Semitones",
  "rangeOctaves",
  "finalSemitones",
  "rateOctaves",
  "levelDb",
  "stressDb",
  "tiltDb",
  "openQuotient",
  "breathDb",
  "roughnessOctaves",
  "tremorSemitones",
  "formantShift",
  "precision",
];

/** A row of numbers with the columns' names. */
function expression(values: readonly number[]): Expression {
  return Object.fromEntries(COLUMNS.map((column, i) => [column, values[i]])) as Record<
    keyof Expression,
    number
  >;
}

/**
 * What each emotion does at full strength, after Scherer (2003), Juslin & Laukka (2003) and
 * Burkhardt & Sendlmeier (2000); `data/README.md` tells column by column. A speaker's habit and
 * chance scale it and add to it (`perform.ts`).
 */
// biome-ignore format: a table
export const EXPRESSIONS: Readonly<Record<Emotion, Expression>> = {
  // f0  range  final   rate level stress tilt   open breath rough tremor formant precision
  anger:     expression([ 5.0,  0.40, -2.0,  0.16,  8.0,  2.0, -9.0, -0.12,   0,   1.0,  0.0,  0.03,  0.10]),
  fear:      expression([ 8.0, -0.40,  1.5,  0.24,  1.0,  0.0, -2.0,  0.02,   4,   0.8,  0.6,  0.02, -0.06]),
  happiness: expression([ 5.5,  0.60,  1.5,  0.10,  5.0,  1.0, -4.0, -0.02,   0,  -0.3,  0.0,  0.07,  0.05]),
  neutral:   expression([ 0.0,  0.00, -2.0,  0.00,  0.0,  0.0,  0.0,  0.00,   0,   0.0,  0.0,  0.00,  0.00]),
  sadness:   expression([-1.0, -0.80, -2.5, -0.24, -6.0, -1.0,  7.0,  0.10,   3,   0.5,  0.1, -0.02, -0.15]),
};

/**
 * Standard deviations of what chance adds: of a speaker's habit in an emotion, and of one
 * utterance. They make the emotions overlap.
 */
// biome-ignore format: a table
export const DEVIATIONS: Readonly<Record<"habit" | "utterance", Expression>> = {
  habit:     expression([0.6, 0.12, 0.5, 0.04, 0.8, 0.3, 0.8, 0.015, 1.0, 0.15, 0.04, 0.006, 0.025]),
  utterance: expression([1.3, 0.28, 1.5, 0.07, 1.8, 0.8, 1.8, 0.030, 2.0, 0.40, 0.10, 0.013, 0.060]),
};

/** The emotions in alphabetical order. */
export const EMOTIONS = Object.keys(EXPRESSIONS) as Emotion[];

/** A speaker: what stays the same whatever they say and feel. */
export interface Voice {
  readonly name: string;
  readonly sex: "female" | "male";
  /** Fundamental frequency of neutral speech, in Hz. */
  readonly f0Hz: number;
  /** Formant frequencies relative to the reference tract; shorter tracts have higher ones. */
  readonly formantScale: number;
  /** Open quotient of neutral speech, 0 to 1. */
  readonly openQuotient: number;
  /** Loss of the source at 3 kHz in neutral speech, in dB. */
  readonly tiltDb: number;
  /** Level of aspiration noise in neutral speech, relative to voicing, in dB. */
  readonly breathDb: number;
  /** Pitch range of neutral speech: the height of a full accent, in semitones. */
  readonly accentSemitones: number;
  /** Speaking rate relative to the phones' inherent durations. */
  readonly rate: number;
  /** Level relative to the corpus's mean, in dB: distance and gain of the microphone. */
  readonly levelDb: number;
}

type Column = Exclude<keyof Voice, "name" | "sex">;

const COLUMNS: readonly Column[] = [
  "f0Hz",
  "formantScale",
  "openQuotient",
  "tiltDb",
  "breathDb",
  "accentSemitones",
  "rate",
  "levelDb",
];

// biome-ignore format: a table
const TABLE: readonly [name: string, sex: Voice["sex"], ...values: number[]][] = [
  ["s1", "female", 205, 1.17, 0.62, 11, -34, 5.8, 1.00,  0.0],
  ["s2", "male",   112, 1.00, 0.55,  9, -38, 4.4, 0.97,  1.5],
  ["s3", "female", 186, 1.13, 0.68, 14, -30, 4.8, 0.94, -1.5],
  ["s4", "male",    98, 0.96, 0.58, 12, -35, 5.4, 0.92, -1.0],
  ["s5", "female", 228, 1.20, 0.58,  9, -37, 6.5, 1.06,  1.0],
  ["s6", "male",   131, 1.04, 0.62, 11, -32, 5.1, 1.05,  0.5],
  ["s7", "female", 196, 1.15, 0.60, 12, -33, 4.2, 0.98, -2.0],
  ["s8", "male",   120, 0.99, 0.52,  8, -39, 6.0, 1.02,  2.0],
];

// biome-ignore format: a table
const OTHERS: typeof TABLE = [
  ["e1", "female", 238, 1.22, 0.66, 15, -28, 4.0, 1.10,  2.5],
  ["e2", "male",    92, 0.94, 0.60, 14, -31, 3.6, 0.88, -2.5],
  ["e3", "female", 178, 1.11, 0.55,  8, -40, 6.8, 0.96,  3.0],
  ["e4", "male",   142, 1.06, 0.66, 13, -29, 6.2, 1.12, -3.0],
  ["e5", "female", 215, 1.16, 0.70, 16, -27, 5.0, 0.90,  0.0],
  ["e6", "male",   105, 0.98, 0.50,  7, -41, 4.6, 1.08,  1.0],
];

/**
 * The embedded corpus's eight speakers; ranges of F0 and formants as in Peterson & Barney (1952).
 */
export const VOICES = TABLE.map(voiceOf);

/** The six speakers of its second version, in the same ranges. */
export const OTHER_VOICES = OTHERS.map(voiceOf);

function voiceOf([name, sex, ...values]: (typeof TABLE)[number]): Voice {
  const settings = Object.fromEntries(COLUMNS.map((column, i) => [column, values[i]]));
  return { name, sex, ...(settings as Record<Column, number>) };
}

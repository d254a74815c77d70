/** Noise made at a narrowing of the tract. */
export interface Frication {
  readonly levelDb: number;
  readonly centreHz: number;
  readonly bandwidthHz: number;
}

/** One speech sound of an adult male reference tract of 17 cm. */
export interface Phone {
  readonly kind: "vowel" | "nasal" | "approximant" | "fricative" | "stop";
  /** Inherent duration, in seconds; of a stop the closure. */
  readonly seconds: number;
  /** F1 to F3 of the steady part, or the place's locus. */
  readonly formantsHz: readonly [number, number, number];
  /** Level of voicing, relative to a vowel; absent where the folds do not swing. */
  readonly voicingDb?: number;
  readonly frication?: Frication;
}

const LABIAL = [300, 900, 2250] as const;
const ALVEOLAR = [300, 1700, 2650] as const;
const VELAR = [300, 1900, 2350] as const;

const HISS: Frication = { levelDb: -8, centreHz: 5800, bandwidthHz: 1400 };
const HUSH: Frication = { levelDb: -5, centreHz: 2900, bandwidthHz: 900 };
const PUFF: Frication = { levelDb: -22, centreHz: 4500, bandwidthHz: 5000 };
const BURST_P: Frication = { levelDb: -14, centreHz: 1000, bandwidthHz: 1200 };
const BURST_T: Frication = { levelDb: -8, centreHz: 4200, bandwidthHz: 1800 };
const BURST_K: Frication = { levelDb: -8, centreHz: 1900, bandwidthHz: 600 };

/**
 * A small inventory. Vowel formants follow Peterson & Barney (1952), loci Delattre, Liberman &
 * Cooper (1955), levels and durations Klatt (1980) and Klatt (1976), all rounded.
 */
export const PHONES = {
  i: { kind: "vowel", seconds: 0.13, formantsHz: [280, 2250, 2950], voicingDb: -2 },
  e: { kind: "vowel", seconds: 0.135, formantsHz: [420, 2000, 2600], voicingDb: -1 },
  a: { kind: "vowel", seconds: 0.155, formantsHz: [730, 1250, 2500], voicingDb: 0 },
  o: { kind: "vowel", seconds: 0.145, formantsHz: [460, 870, 2450], voicingDb: -1 },
  u: { kind: "vowel", seconds: 0.13, formantsHz: [310, 850, 2250], voicingDb: -2 },
  m: { kind: "nasal", seconds: 0.08, formantsHz: LABIAL, voicingDb: -7 },
  n: { kind: "nasal", seconds: 0.075, formantsHz: ALVEOLAR, voicingDb: -7 },
  l: { kind: "approximant", seconds: 0.075, formantsHz: [360, 1150, 2700], voicingDb: -5 },
  r: { kind: "approximant", seconds: 0.075, formantsHz: [400, 1250, 1700], voicingDb: -5 },
  s: { kind: "fricative", seconds: 0.115, formantsHz: ALVEOLAR, frication: HISS },
  S: { kind: "fricative", seconds: 0.12, formantsHz: [300, 1850, 2500], frication: HUSH },
  f: { kind: "fricative", seconds: 0.11, formantsHz: LABIAL, frication: PUFF },
  v: { kind: "fricative", seconds: 0.08, formantsHz: LABIAL, voicingDb: -11, frication: PUFF },
  z: {
    kind: "fricative",
    seconds: 0.085,
    formantsHz: ALVEOLAR,
    voicingDb: -12,
    frication: { ...HISS, levelDb: -16 },
  },
  b: { kind: "stop", seconds: 0.07, formantsHz: LABIAL, voicingDb: -20, frication: BURST_P },
  d: { kind: "stop", seconds: 0.065, formantsHz: ALVEOLAR, voicingDb: -20, frication: BURST_T },
  g: { kind: "stop", seconds: 0.065, formantsHz: VELAR, voicingDb: -20, frication: BURST_K },
  p: { kind: "stop", seconds: 0.085, formantsHz: LABIAL, frication: BURST_P },
  t: { kind: "stop", seconds: 0.08, formantsHz: ALVEOLAR, frication: BURST_T },
  k: { kind: "stop", seconds: 0.08, formantsHz: VELAR, frication: BURST_K },
} as const satisfies Record<string, Phone>;

/** A symbol of the inventory. */
export type PhoneSymbol = keyof typeof PHONES;

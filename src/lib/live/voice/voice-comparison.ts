import type { VoiceMeasures } from "./voice-measures";

/** What an utterance sounds like, and how that differs from the same voice before it. */
export interface VoiceDescription extends VoiceMeasures {
  /** In words; absent of the first utterance. */
  readonly comparison?: string;
}

/** Something that is compared. */
interface Aspect {
  readonly more: string;
  readonly less: string;
  /** Smaller differences come from saying something else, and are not told. */
  readonly least: number;
  /** On a scale on which equal steps sound equal; undefined where it is not known. */
  readonly value: (measures: VoiceMeasures) => number | undefined;
  readonly amount: (difference: number) => string;
}

const aspects: readonly Aspect[] = [
  {
    more: "louder",
    less: "quieter",
    least: 3,
    value: ({ levelDb }) => levelDb,
    amount: (decibels) => `${Math.abs(decibels).toFixed(0)} dB`,
  },
  {
    more: "higher",
    less: "lower",
    least: 2,
    value: ({ pitchHz }) => pitchHz && 12 * Math.log2(pitchHz),
    amount: (semitones) => `${Math.abs(semitones).toFixed(0)} semitones`,
  },
  {
    more: "faster",
    less: "slower",
    least: Math.log2(1.3),
    value: ({ syllablesPerSecond }) => (syllablesPerSecond > 0 ? Math.log2(syllablesPerSecond) : undefined),
    amount: (octaves) => `${Math.abs(100 * (2 ** octaves - 1)).toFixed(0)} %`,
  },
];

/**
 * Compares each utterance of one voice with the mean of all before it. It describes how something
 * was said, not why a model decides as it does.
 *
 * @example
 * const voice = new VoiceComparison();
 * voice.describe({ levelDb: -30, pitchHz: 100, syllablesPerSecond: 4 }).comparison // undefined
 * voice.describe({ levelDb: -24, pitchHz: 126, syllablesPerSecond: 4 }).comparison // "louder by 6 dB and higher by 4 semitones than in the utterance before"
 */
export class VoiceComparison {
  private utterances = 0;
  private readonly known = aspects.map(() => ({ sum: 0, count: 0 }));

  /** Describes an utterance, and takes it in. */
  describe(measures: VoiceMeasures): VoiceDescription {
    const differences = aspects.flatMap((aspect, i) => this.compare(aspect, i, aspect.value(measures)));
    const before = this.utterances++;
    if (before === 0) return measures;
    const earlier = before === 1 ? "in the utterance before" : `in the ${before} utterances before`;
    return { ...measures, comparison: sentence(differences, earlier) };
  }

  /** How one aspect differs, where that is told; takes it in. */
  private compare({ more, less, least, amount }: Aspect, i: number, value: number | undefined): string[] {
    if (value === undefined) return [];
    const known = this.known[i];
    const difference = known.count > 0 ? value - known.sum / known.count : 0;
    known.sum += value;
    known.count++;
    if (Math.abs(difference) < least) return [];
    return [`${difference > 0 ? more : less} by ${amount(difference)}`];
  }
}

function sentence(differences: readonly string[], earlier: string): string {
  if (differences.length === 0) return `about as loud, high and fast as ${earlier}`;
  const [last, ...others] = [...differences].reverse();
  const all = others.length === 0 ? last : `${others.reverse().join(", ")} and ${last}`;
  return `${all} than ${earlier}`;
}

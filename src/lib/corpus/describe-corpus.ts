import { countLabels } from "../numbers/count-labels";
import { groupBy } from "../numbers/group-by";
import { median } from "../numbers/median";
import { durationOf } from "./duration-of";
import type { Corpus, Recording } from "./recording";
import type { RecordingFacts } from "./recording-facts";
import type { SampleFacts } from "./sample-facts";

/** How much there is of one emotion or speaker. */
export interface Share {
  readonly name: string;
  readonly recordings: number;
  readonly seconds: number;
  /** Recordings by the other column: of a speaker by emotion, of an emotion by speaker. */
  readonly counts: Readonly<Record<string, number>>;
}

/** What is in a corpus, in numbers. */
export interface CorpusSummary {
  readonly name: string;
  readonly adapter: string;
  readonly synthetic: boolean;
  readonly recordings: number;
  /** What its opening left out or corrected, one sentence each. */
  readonly notes: readonly string[];
  /** In ascending order of name. */
  readonly emotions: readonly Share[];
  /** In ascending order of name. */
  readonly speakers: readonly Share[];
  readonly seconds: {
    readonly total: number;
    readonly shortest: number;
    readonly median: number;
    readonly longest: number;
  };
  /** In Hz, ascending. */
  readonly sampleRates: readonly number[];
  /** Recordings by what their files are, such as "WAV, 16 bit, 16000 Hz, mono". */
  readonly formats: Readonly<Record<string, number>>;
  /** What the samples tell, where they were measured (`hearCorpus`). */
  readonly sound?: Readonly<Record<SoundMeasure, Spread>>;
}

/** Lowest, middle and highest of a measure. */
export interface Spread {
  readonly lowest: number;
  readonly median: number;
  readonly highest: number;
}

type SoundMeasure = Exclude<keyof SampleFacts, "print">;

const soundMeasures: readonly SoundMeasure[] = [
  "levelDb",
  "noiseFloorDb",
  "peak",
  "clippedShare",
  "dcOffset",
  "silentShare",
  "bandwidthHz",
];

/**
 * Counts a checked corpus: recordings by emotion and speaker, and durations. Recordings that cannot
 * be read count without a duration.
 *
 * @example describeCorpus(checkCorpus(corpus).corpus).seconds.total // 12
 */
export function describeCorpus({ name, adapter, synthetic, notes = [], recordings }: Corpus): CorpusSummary {
  const durations = recordings.map(durationOf).filter((seconds) => seconds > 0);
  return {
    name,
    adapter,
    synthetic,
    recordings: recordings.length,
    notes,
    emotions: sharesBy(recordings, "emotion", "speaker", durationOf),
    speakers: sharesBy(recordings, "speaker", "emotion", durationOf),
    seconds: spreadOf(durations),
    sampleRates: [...new Set(recordings.flatMap(({ facts }) => facts?.sampleRate ?? []))].sort(
      (a, b) => a - b,
    ),
    formats: formatsOf(recordings),
    ...soundOf(recordings.flatMap(({ facts }) => facts?.samples ?? [])),
  };
}

function formatsOf(recordings: readonly Recording[]): Record<string, number> {
  return countLabels(recordings.flatMap(({ facts }) => (facts ? [formatText(facts)] : [])));
}

function formatText({ format, sampleRate, channels }: RecordingFacts): string {
  return `${format}, ${sampleRate} Hz, ${channels === 1 ? "mono" : channels === 2 ? "stereo" : `${channels} channels`}`;
}

function soundOf(heard: readonly SampleFacts[]): Pick<CorpusSummary, "sound"> {
  if (heard.length === 0) return {};
  const spreads = soundMeasures.map((measure) => {
    const { shortest: lowest, median, longest: highest } = spreadOf(heard.map((facts) => facts[measure]));
    return [measure, { lowest, median, highest }] as const;
  });
  return { sound: Object.fromEntries(spreads) as Record<SoundMeasure, Spread> };
}

function sharesBy(
  recordings: readonly Recording[],
  column: "emotion" | "speaker",
  other: "emotion" | "speaker",
  secondsOf: (recording: Recording) => number,
): Share[] {
  return [...groupBy(recordings, (recording) => recording[column])]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, group]) => ({
      name,
      recordings: group.length,
      seconds: group.reduce((sum, recording) => sum + secondsOf(recording), 0),
      counts: countBy(group, other),
    }));
}

function countBy(recordings: readonly Recording[], column: "emotion" | "speaker"): Record<string, number> {
  const groups = [...groupBy(recordings, (recording) => recording[column])].sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return Object.fromEntries(groups.map(([name, { length }]) => [name, length]));
}

function spreadOf(durations: readonly number[]): CorpusSummary["seconds"] {
  const sorted = [...durations].sort((a, b) => a - b);
  return {
    total: sorted.reduce((a, b) => a + b, 0),
    shortest: sorted[0] ?? 0,
    median: sorted.length === 0 ? 0 : median(sorted),
    longest: sorted.at(-1) ?? 0,
  };
}

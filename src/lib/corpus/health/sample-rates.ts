import type { CheckedRecording } from "../recording";

/** The sample rates of some recordings. */
export interface SampleRates {
  /** How many recordings have each rate, by rate in Hz, ascending. */
  readonly counts: ReadonlyMap<number, number>;
  /**
   * The rate of most recordings in Hz, of equally frequent ones the lowest; NaN where there are no
   * recordings.
   */
  readonly common: number;
  /** Of each recording, in their order, in Hz. */
  readonly rates: readonly number[];
}

/**
 * The sample rates of checked recordings. Features of a corpus are taken at the common one, in
 * training as in prediction: a model could learn the rate otherwise.
 *
 * @example sampleRatesOf(checkCorpus(corpus).corpus.recordings).common // 16000
 */
export function sampleRatesOf(recordings: readonly Pick<CheckedRecording, "facts">[]): SampleRates {
  const rates = recordings.map(({ facts }) => facts.sampleRate);
  const counts = new Map<number, number>();
  for (const rate of [...rates].sort((a, b) => a - b)) counts.set(rate, (counts.get(rate) ?? 0) + 1);
  const [[common] = [Number.NaN]] = [...counts].sort(([, a], [, b]) => b - a);
  return { counts, common, rates };
}

/**
 * Several rates in words.
 *
 * @example ratesInWords(sampleRatesOf(corpus.recordings))
 *   // "1 recording is at 16000 Hz, 2 are at 44100 Hz, and features of all are taken at 44100 Hz"
 */
export function ratesInWords({ counts, common }: SampleRates): string {
  const parts = [...counts].map(([rate, count], i) => {
    const what = i > 0 ? "" : count === 1 ? " recording" : " recordings";
    return `${count}${what} ${count === 1 ? "is" : "are"} at ${rate} Hz`;
  });
  return `${parts.join(", ")}, and features of all are taken at ${common} Hz`;
}

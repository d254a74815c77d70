import type { CorpusSummary, Spread } from "../../corpus/describe-corpus";

/** A measure of the sound over a corpus, in words. */
export type SoundRow = Readonly<Record<"what" | "lowest" | "median" | "highest", string>>;

const decibels = (value: number) => `${value.toFixed(0)} dB`;
const share = (value: number) => `${(100 * value).toFixed(1)} %`;

/**
 * What the samples of a corpus tell, a row a measure; none where they were not measured.
 *
 * @example soundRows(describeCorpus(corpus)) // []
 */
export function soundRows({ sound }: Pick<CorpusSummary, "sound">): SoundRow[] {
  if (!sound) return [];
  const row = (what: string, { lowest, median, highest }: Spread, text: (value: number) => string) => {
    return { what, lowest: text(lowest), median: text(median), highest: text(highest) };
  };
  return [
    row("speech level, of full scale", sound.levelDb, decibels),
    row("noise floor, of full scale", sound.noiseFloorDb, decibels),
    row("highest sample, of full scale", sound.peak, (value) => value.toFixed(2)),
    row("clipped samples", sound.clippedShare, share),
    row("offset (DC), of full scale", sound.dcOffset, (value) => value.toFixed(4)),
    row("silence", sound.silentShare, share),
    row("bandwidth", sound.bandwidthHz, (value) => `${Math.round(value / 100) * 100} Hz`),
  ];
}

import { loadRecording } from "../corpus/load-recording";
import type { Recording } from "../corpus/recording";
import type { JudgedDecision } from "../evaluation/significance/paired-share";
import type { StreamOptions } from "../live/stream-options";
import { longestUtterance, streamRecordings } from "../live/stream-recordings";
import type { SpeechModel } from "../models/saved/speech-model";

/** A decision over one recording of a stream. */
export interface Judged extends JudgedDecision {
  /** How many recordings of this speaker were streamed before. */
  readonly before: number;
}

/**
 * Streams one speaker's recordings one after another and tells of each whether its longest
 * utterance was decided rightly.
 */
export async function judgeStream(
  speechModel: SpeechModel,
  recordings: readonly Recording[],
  options: Omit<StreamOptions, "sampleRate">,
): Promise<Judged[]> {
  const waveforms = await Promise.all(recordings.map(loadRecording));
  const heard = await streamRecordings(speechModel, waveforms, options);
  return recordings.map(({ emotion, speaker }, before) => ({
    before,
    speaker,
    right: longestUtterance(heard[before])?.emotion === emotion,
  }));
}

/**
 * The share of right decisions among those with `from` to below `to` recordings before them.
 *
 * @example rightShare([{ speaker: "a", before: 0, right: true }, { speaker: "a", before: 7, right: false }], 0, 5) // 1
 */
export function rightShare(decisions: readonly Judged[], from: number, to: number): number {
  const some = decisions.filter(({ before }) => before >= from && before < to);
  return some.filter(({ right }) => right).length / some.length;
}

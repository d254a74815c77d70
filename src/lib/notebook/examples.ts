import type { Waveform } from "../audio/waveform";
import { loadRecording } from "../corpus/load-recording";
import type { Recording } from "../corpus/recording";
import { sideBySide } from "../corpus/side-by-side";

/** A recording that is ready to be looked at and played. */
export interface Example extends Recording {
  /** "anger, speaker 03" */
  readonly caption: string;
  readonly waveform: Waveform;
}

/** One recording of each emotion, as alike as the corpus allows, sorted by emotion. */
export function examplesOf(recordings: readonly Recording[]): Promise<Example[]> {
  return Promise.all(
    sideBySide(recordings).map(async (one) => ({
      ...one,
      caption: `${one.emotion}, speaker ${one.speaker}`,
      waveform: await loadRecording(one),
    })),
  );
}

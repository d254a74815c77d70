import type { Timeline } from "./timeline";

/**
 * A time line as RTTM (NIST 2009, Rich Transcription), one `SPEAKER` line an utterance: file,
 * channel, onset and duration in seconds; the emotion stands where diarization names the speaker,
 * its probability where it tells its confidence. Fields may hold no blanks.
 *
 * @example
 * const entries = [{ startSeconds: 0.5, endSeconds: 2, emotion: "joy", probabilities: { joy: 1 } }];
 * timelineRttm({ file: "a.wav", durationSeconds: 3, entries })
 * // "SPEAKER a.wav 1 0.500 1.500 <NA> <NA> joy 1.000 <NA>\n"
 */
export function timelineRttm({ file, entries }: Timeline): string {
  return entries
    .map(({ startSeconds, endSeconds, emotion, probabilities }) => {
      const times = `${startSeconds.toFixed(3)} ${(endSeconds - startSeconds).toFixed(3)}`;
      const label = `${rttmField(emotion)} ${probabilities[emotion].toFixed(3)}`;
      return `SPEAKER ${rttmField(file)} 1 ${times} <NA> <NA> ${label} <NA>\n`;
    })
    .join("");
}

/**
 * A name as a field of RTTM: without blanks.
 *
 * @example rttmField("my talk.wav") // "my_talk.wav"
 */
export function rttmField(name: string): string {
  return name.replace(/\s/g, "_");
}

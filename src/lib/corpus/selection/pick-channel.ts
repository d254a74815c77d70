import type { Recording } from "../recording";

/**
 * Takes one channel of every recording whose table names none; the name of the recording tells
 * which.
 *
 * @param channel the first being 1
 * @example pickChannel(recordings, 2)[0].file // "ann/anger1.wav#track=2"
 */
export function pickChannel(recordings: readonly Recording[], channel: number): Recording[] {
  return recordings.map((recording) => {
    if (recording.channel !== undefined || recording.file === "") return recording;
    const isPiece = recording.startSeconds !== undefined || recording.endSeconds !== undefined;
    return { ...recording, channel, file: `${recording.file}${isPiece ? "&" : "#"}track=${channel}` };
  });
}

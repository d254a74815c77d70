import { mostSamples } from "../audio/formats/decode-bounds";
import type { SoundFile } from "../audio/formats/sound-file";
import { readSoundHeader } from "../audio/read-sound-header";
import { InputError } from "../check";
import { decodeRecording, type RecordingPart } from "./load-recording";

/** Decoded at a time. */
const pieceSeconds = 600;

/**
 * Whether a recording has more samples than are decoded at once.
 *
 * @param bytes of its file
 */
export function isLong(bytes: Uint8Array, file: string): boolean {
  try {
    const { seconds = 0, sampleRate } = readSoundHeader(bytes, file);
    return seconds * sampleRate > mostSamples;
  } catch (error) {
    if (error instanceof InputError) return false; // whoever decodes it says what is wrong
    throw error;
  }
}

/**
 * A recording of any length, ten minutes at a time.
 *
 * @param bytes of its file
 * @throws InputError as `decodeRecording`
 */
export async function* recordingPieces(
  bytes: Uint8Array,
  recording: RecordingPart,
): AsyncGenerator<SoundFile> {
  const { seconds = 0 } = readSoundHeader(bytes, recording.file);
  for (let startSeconds = 0; startSeconds < seconds; startSeconds += pieceSeconds) {
    yield decodeRecording(bytes, { ...recording, startSeconds, endSeconds: startSeconds + pieceSeconds });
  }
}

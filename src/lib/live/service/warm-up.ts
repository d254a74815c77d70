import type { Listener } from "../recognize-waveform";
import { StreamingRecognizer } from "../streaming-recognizer";

const SECONDS = 5;
const PIECE_SECONDS = 0.25;
/** Syllables and pitch of a calm voice. */
const syllablesHz = 4;
const pitchHz = 120;

/**
 * Lets the compiler see a stream before the first one comes, and measures what one costs.
 *
 * @returns seconds of work for a second of speech
 */
export async function warmUp(listener: Listener): Promise<number> {
  const { sampleRate } = listener;
  const stream = new StreamingRecognizer(listener, { sampleRate });
  const voice = buzz(sampleRate);
  const pieceLength = Math.round(PIECE_SECONDS * sampleRate);
  let middleAt = 0;
  for (let at = 0; at < voice.length; at += pieceLength) {
    if (at <= voice.length / 2) middleAt = performance.now();
    await stream.push(voice.subarray(at, at + pieceLength));
  }
  const seconds = (performance.now() - middleAt) / 1000;
  await stream.end();
  return seconds / (SECONDS / 2);
}

/** A saw-tooth that swells and fades: all that a detector of speech asks for. */
function buzz(sampleRate: number): Float32Array {
  return Float32Array.from({ length: SECONDS * sampleRate }, (_, i) => {
    const swell = Math.sin((Math.PI * syllablesHz * i) / sampleRate) ** 2;
    return 0.3 * swell * (2 * ((pitchHz * i) / sampleRate - Math.floor((pitchHz * i) / sampleRate)) - 1);
  });
}

import type { Listener } from "../recognize-waveform";
import { StreamingRecognizer } from "../streaming-recognizer";

const SECONDS = 6;
/** From here on, windows have their full length. */
const FULL_WINDOW_SECONDS = 3;
/** Syllables and pitch of a calm voice. */
const syllablesHz = 4;
const pitchHz = 120;

/**
 * Lets the compiler see a stream before the first one comes, and measures what one costs, by the median of its
 * seconds, while all threads warm up, as all will be at work when it counts.
 *
 * @returns seconds of work for a second of speech
 */
export async function warmUp(listener: Listener): Promise<number> {
  const { sampleRate } = listener;
  const stream = new StreamingRecognizer(listener, { sampleRate });
  const voice = buzz(sampleRate);
  const costs: number[] = [];
  for (let at = 0; at < voice.length; at += sampleRate) {
    const start = performance.now();
    await stream.push(voice.subarray(at, at + sampleRate));
    costs.push((performance.now() - start) / 1000);
  }
  await stream.end();
  const sorted = costs.slice(FULL_WINDOW_SECONDS).sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}

/** A saw-tooth that swells and fades: all that a detector of speech asks for. */
function buzz(sampleRate: number): Float32Array {
  return Float32Array.from({ length: SECONDS * sampleRate }, (_, i) => {
    const swell = Math.sin((Math.PI * syllablesHz * i) / sampleRate) ** 2;
    return 0.3 * swell * (2 * ((pitchHz * i) / sampleRate - Math.floor((pitchHz * i) / sampleRate)) - 1);
  });
}

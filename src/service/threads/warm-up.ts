import { StreamingRecognizer } from "../../lib/live/streaming-recognizer";
import type { SpeechModel } from "../../lib/models/saved/speech-model";

/** So much is listened to, until the compiler has done its best; less where that takes long. */
const LONGEST_SECONDS = 100;
const SHORTEST_SECONDS = 6;
const WORK_SECONDS = 2;
/** From here on, windows have their full length. */
const FULL_WINDOW_SECONDS = 3;
/** Syllables and pitch of a calm voice; syllables are voiced for three fifths of their time. */
const syllablesHz = 4;
const pitchHz = 120;
const quiet = 0.3;

/**
 * Lets the compiler see a stream before the first one comes, and measures what one costs: the cheapest of its
 * seconds, as all threads warm up at once and disturb each other.
 *
 * @returns seconds of work for a second of speech without pauses
 */
export async function warmUp(speechModel: SpeechModel): Promise<number> {
  const { sampleRate } = speechModel;
  const stream = new StreamingRecognizer(speechModel, { sampleRate });
  const costs: number[] = [];
  let worked = 0;
  while (costs.length < (worked < WORK_SECONDS ? LONGEST_SECONDS : SHORTEST_SECONDS)) {
    const second = voice(costs.length * sampleRate, sampleRate);
    const start = performance.now();
    await stream.push(second);
    const cost = (performance.now() - start) / 1000;
    worked += cost;
    costs.push(cost);
  }
  await stream.end();
  return Math.min(...costs.slice(FULL_WINDOW_SECONDS));
}

/** A second of a saw-tooth that swells and fades, from a sample on: all that a detector of speech asks for. */
function voice(first: number, sampleRate: number): Float32Array {
  return Float32Array.from({ length: sampleRate }, (_, i) => {
    const seconds = (first + i) / sampleRate;
    const swell = Math.max(0, Math.sin(Math.PI * syllablesHz * seconds) ** 2 - quiet);
    return 0.5 * swell * (2 * (pitchHz * seconds - Math.floor(pitchHz * seconds)) - 1);
  });
}

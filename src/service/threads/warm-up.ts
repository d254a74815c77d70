import { resample } from "../../lib/audio/resample";
import { StreamingRecognizer } from "../../lib/live/streaming-recognizer";
import type { SpeechModel } from "../../lib/models/saved/speech-model";
import { embeddedUtterances, speakUtterance } from "../../lib/synthesis/embedded-corpus";

/** So much is listened to, until the compiler has done its best; less where that takes long. */
const LONGEST_SECONDS = 100;
const SHORTEST_SECONDS = 6;
const WORK_SECONDS = 2;
/** From here on, windows have their full length. */
const FULL_WINDOW_SECONDS = 3;
/** Utterances that are spoken one after the other, over and over. */
const UTTERANCES = 4;

/**
 * Lets the compiler see a stream of speech before the first one comes, and measures what one costs:
 * the cheapest of its seconds that gave a window, as all threads warm up at once and disturb each
 * other.
 *
 * @param workSeconds how long the compiler is given, where the sound does not end before
 * @returns seconds of work for a second of speech without pauses
 */
export async function warmUp(speechModel: SpeechModel, workSeconds = WORK_SECONDS): Promise<number> {
  const { sampleRate } = speechModel;
  const stream = new StreamingRecognizer(speechModel, { sampleRate });
  const voice = speech(sampleRate);
  const costs: number[] = [];
  let worked = 0;
  for (let second = 0; second < (worked < workSeconds ? LONGEST_SECONDS : SHORTEST_SECONDS); second++) {
    const start = performance.now();
    const events = await stream.push(secondOf(voice, second, sampleRate));
    const cost = (performance.now() - start) / 1000;
    worked += cost;
    const full = second >= FULL_WINDOW_SECONDS && events.some(({ type }) => type === "window");
    if (full) costs.push(cost);
  }
  await stream.end();
  return costs.length > 0 ? Math.min(...costs) : worked / SHORTEST_SECONDS;
}

/** Utterances of the embedded corpus without pauses between, at a rate in Hz. */
function speech(sampleRate: number): Float32Array {
  const spoken = embeddedUtterances().slice(0, UTTERANCES).map(speakUtterance);
  const samples = Float32Array.from(spoken.flatMap((one) => [...one.waveform.samples]));
  return resample({ samples, sampleRate: spoken[0].waveform.sampleRate }, sampleRate).samples;
}

/** The next second of a voice that begins again at its end. */
function secondOf(voice: Float32Array, second: number, sampleRate: number): Float32Array {
  return Float32Array.from({ length: sampleRate }, (_, i) => voice[(second * sampleRate + i) % voice.length]);
}

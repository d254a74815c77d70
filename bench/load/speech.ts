import { loadRecording } from "../../src/lib/corpus/load-recording";
import type { Corpus } from "../../src/lib/corpus/recording";

/**
 * After each recording, in turn: two short breaths within an utterance, then a pause that ends it.
 */
const pausesSeconds = [0.3, 0.3, 1];

/** Speech as PCM of 16 bit, little-endian, that can be looped. */
export interface Speech {
  readonly bytes: Uint8Array;
  readonly sampleRate: number;
}

/** Recordings of a corpus one after the other, with pauses: three to an utterance. */
export async function speechOf(corpus: Corpus, recordings: number): Promise<Speech> {
  const step = Math.max(1, Math.floor(corpus.recordings.length / recordings));
  const chosen = corpus.recordings.filter((_, i) => i % step === 0).slice(0, recordings);
  const waveforms = await Promise.all(chosen.map(loadRecording));
  const { sampleRate } = waveforms[0];
  const pieces = waveforms.flatMap(({ samples }, i) => [
    pcm(samples),
    new Uint8Array(2 * Math.round(pausesSeconds[i % pausesSeconds.length] * sampleRate)),
  ]);
  return { bytes: Buffer.concat(pieces), sampleRate };
}

function pcm(samples: Float32Array): Uint8Array {
  return new Uint8Array(Int16Array.from(samples, (sample) => Math.round(sample * 32767)).buffer);
}

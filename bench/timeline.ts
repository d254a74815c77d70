/**
 * How well the time line of a long recording finds and names what it was joined from:
 *
 *     node --require ./src/lib/jobs/typescript.cjs bench/timeline.ts CORPUS [RECORDINGS]
 *
 * Every so many-th recording of a corpus, one after another with a second of faint noise between. A
 * found utterance is right where it and a recording's sounding part share half of what they cover;
 * F1 is of these. The default model names them, in the whole and file by file.
 *
 * EMO-DB, 85 recordings: F1 1.000, 80 named as file by file. The other five are cut up to .12 s
 * beside the file's ends; each utterance, cut out and asked alone, is named as in the line (85 of
 * 85), so nothing of the line but its borders tells.
 */

import { resample } from "../src/lib/audio/resample";
import type { SampleSpan } from "../src/lib/audio/split";
import { trim } from "../src/lib/audio/trim";
import { loadRecording } from "../src/lib/corpus/load-recording";
import { openCorpus } from "../src/lib/corpus/open-corpus";
import { answerRecording } from "../src/lib/live/answer-recording";
import type { Utterance } from "../src/lib/live/recognize-pieces";
import { recognizeUtterances } from "../src/lib/live/recognize-utterances";
import { defaultModelFolder } from "../src/lib/loading/default-model";
import { loadSpeechModel } from "../src/lib/loading/load-speech-model";
import { random } from "../src/lib/numbers/random";

const pauseSeconds = 1;
const pauseLevel = 3e-4;
const soundingDb = 30;

async function main(place: string, count: number): Promise<void> {
  const speechModel = await loadSpeechModel(defaultModelFolder);
  const { sampleRate } = speechModel;
  const { recordings } = await openCorpus(place);
  const chosen = recordings.filter((_, i) => i % Math.ceil(recordings.length / count) === 0);
  const noise = random("pauses");
  const joined: number[] = [];
  const pause = () => {
    for (let i = 0; i < pauseSeconds * sampleRate; i++) joined.push(pauseLevel * noise.normal());
  };
  const truth: (SampleSpan & { emotion: string | null })[] = [];
  pause();
  for (const recording of chosen) {
    const waveform = resample(await loadRecording(recording), sampleRate);
    const { start, end } = trim(waveform.samples, { topDb: soundingDb });
    const { emotion } = await answerRecording(speechModel, waveform);
    truth.push({ start: start + joined.length, end: end + joined.length, emotion });
    for (const sample of waveform.samples) joined.push(sample);
    pause();
  }
  const waveform = { samples: Float32Array.from(joined), sampleRate };
  const found = await recognizeUtterances(speechModel, waveform);
  const pairs = truth.flatMap((part) => {
    const utterance = found.find((one) => overlap(part, one, sampleRate) >= 0.5);
    return utterance ? [[part.emotion, utterance.emotion]] : [];
  });
  const same = pairs.filter(([alone, within]) => alone === within).length;
  console.log(
    `${truth.length} recordings, ${(joined.length / sampleRate / 60).toFixed(1)} min: ${found.length} utterances, ` +
      `F1 ${((2 * pairs.length) / (truth.length + found.length)).toFixed(3)}; ` +
      `${same} of ${pairs.length} named as file by file`,
  );
}

/** What both cover, part of what either does. */
function overlap(
  { start, end }: SampleSpan,
  { startSeconds, endSeconds }: Utterance,
  sampleRate: number,
): number {
  const [from, to] = [startSeconds * sampleRate, endSeconds * sampleRate];
  return Math.max(0, Math.min(end, to) - Math.max(start, from)) / (Math.max(end, to) - Math.min(start, from));
}

const [place, count = "60"] = process.argv.slice(2);
void main(place, Number(count));

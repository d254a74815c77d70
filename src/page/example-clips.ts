import { encodeWav } from "../lib/audio/encode-wav";
import { concatenated } from "../lib/numbers/concatenated";
import { random } from "../lib/numbers/random";
import { embeddedUtterances, speakUtterance } from "../lib/synthesis/embedded-corpus";

const sampleRate = 16000;
/** Faint noise around each utterance: long enough to end it. */
const pauseSeconds = 1;
const pauseLevel = 3e-4;
/** Of a speaker whom no model trained on the embedded corpus has heard. */
const spoken = embeddedUtterances({ version: "elsewhere", speakers: 1, texts: 1 });
const emotions = spoken.map(({ emotion }) => emotion);

/** What each example says, by its name on the page. */
const clips: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(emotions.map((emotion) => [emotion, [emotion]])),
  "neutral, then the others": ["neutral", ...emotions.filter((emotion) => emotion !== "neutral")],
};

/** The names of the example clips. */
export const exampleNames: readonly string[] = Object.keys(clips);

/**
 * An example as a file that someone could have chosen: nonsense spoken by the synthesizer of the
 * embedded corpus, with a second of faint noise around each utterance. The same bytes everywhere.
 *
 * @param name one of `exampleNames`
 * @example exampleClip("anger").name // "synthetic anger.wav"
 */
export function exampleClip(name: string): File {
  const source = random("example clips");
  const pause = () =>
    Float32Array.from({ length: pauseSeconds * sampleRate }, () => pauseLevel * source.normal());
  const parts = clips[name].flatMap((emotion) => [pause(), spokenAs(emotion)]);
  const bytes = encodeWav(concatenated([...parts, pause()]), sampleRate) as Uint8Array<ArrayBuffer>;
  return new File([bytes], `synthetic ${name}.wav`, { type: "audio/wav" });
}

function spokenAs(emotion: string): Float32Array {
  return speakUtterance(spoken.find((utterance) => utterance.emotion === emotion)!).waveform.samples;
}

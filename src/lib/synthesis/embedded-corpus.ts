import { EMOTIONS, type Emotion } from "./emotions";
import { perform } from "./perform";
import { type Speech, speak } from "./speak";
import { TEXTS } from "./texts";
import { VOICES, type Voice } from "./voices";

/** One recording of the embedded corpus, before it is spoken. */
export interface EmbeddedUtterance {
  /** Path in the corpus's folder. */
  readonly file: string;
  readonly voice: Voice;
  readonly emotion: Emotion;
  /** Name of the text, a key of `TEXTS`. */
  readonly text: string;
}

/**
 * How much of the embedded corpus: the first so many speakers, texts and emotions. Default: all (8,
 * 8 and 5).
 */
export interface CorpusSize {
  readonly speakers?: number;
  readonly texts?: number;
  readonly emotions?: number;
}

/**
 * The embedded corpus: every speaker says every text in every emotion.
 *
 * @example embeddedUtterances().length // 320
 */
export function embeddedUtterances({ speakers, texts, emotions }: CorpusSize = {}): EmbeddedUtterance[] {
  return VOICES.slice(0, speakers).flatMap((voice) =>
    Object.keys(TEXTS)
      .slice(0, texts)
      .flatMap((text) => EMOTIONS.slice(0, emotions).map((emotion) => utterance(voice, text, emotion))),
  );
}

function utterance(voice: Voice, text: string, emotion: Emotion): EmbeddedUtterance {
  return { file: `wav/${voice.name}_${text}_${emotion}.wav`, voice, emotion, text };
}

/**
 * Speaks one recording of the embedded corpus; 16 kHz, 1.5 to 3 s, the same samples on every
 * machine.
 *
 * @example speakUtterance(embeddedUtterances()[0]).truth.f0Hz.length // 357
 */
export function speakUtterance({ voice, emotion, text, file }: EmbeddedUtterance): Speech {
  return speak(TEXTS[text], perform(voice, emotion, text), { seed: file });
}

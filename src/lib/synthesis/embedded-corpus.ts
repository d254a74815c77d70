import { EMOTIONS, type Emotion } from "./emotions";
import { perform } from "./perform";
import { recordElsewhere } from "./record-elsewhere";
import { type Speech, speak } from "./speak";
import { TEXTS } from "./texts";
import { OTHER_VOICES, VOICES, type Voice } from "./voices";

/** The embedded corpus itself, or its second version: other speakers, another recording chain. */
export type EmbeddedVersion = "near" | "elsewhere";

/** One recording of the embedded corpus, before it is spoken. */
export interface EmbeddedUtterance {
  /** Path in the corpus's folder. */
  readonly file: string;
  readonly voice: Voice;
  readonly emotion: Emotion;
  /** Name of the text, a key of `TEXTS`. */
  readonly text: string;
  readonly version: EmbeddedVersion;
}

/**
 * How much of the embedded corpus: the first so many speakers, texts and emotions. Default: all (8,
 * 8 and 5; elsewhere 6, 5 and 5).
 */
export interface CorpusSize {
  /** Default: "near". */
  readonly version?: EmbeddedVersion;
  readonly speakers?: number;
  readonly texts?: number;
  readonly emotions?: number;
}

/** Texts of the second version, which is the smaller one. */
const TEXTS_ELSEWHERE = 5;

/**
 * The embedded corpus: every speaker says every text in every emotion.
 *
 * @example embeddedUtterances().length // 320
 */
export function embeddedUtterances(size: CorpusSize = {}): EmbeddedUtterance[] {
  const { version = "near", speakers, texts, emotions } = size;
  const [voices, most] = version === "near" ? [VOICES] : [OTHER_VOICES, TEXTS_ELSEWHERE];
  const spoken = Object.keys(TEXTS).slice(0, most).slice(0, texts);
  return voices.slice(0, speakers).flatMap((voice) =>
    spoken.flatMap((text) =>
      EMOTIONS.slice(0, emotions).map((emotion) => ({
        file: `wav/${voice.name}_${text}_${emotion}.wav`,
        ...{ voice, emotion, text, version },
      })),
    ),
  );
}

/**
 * Speaks one recording of the embedded corpus; 16 kHz, 1.5 to 3 s, the same samples on every
 * machine.
 *
 * @example speakUtterance(embeddedUtterances()[0]).truth.f0Hz.length // 357
 */
export function speakUtterance({ voice, emotion, text, file, version }: EmbeddedUtterance): Speech {
  const speech = speak(TEXTS[text], perform(voice, emotion, text), { seed: file });
  if (version === "near") return speech;
  return { ...speech, waveform: recordElsewhere(speech.waveform, file) };
}

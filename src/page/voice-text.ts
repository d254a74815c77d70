import type { UtteranceEvent } from "../lib/live/live-event";
import type { Session } from "./session";

/**
 * How the last utterance of a session sounds beside those before it, as a sentence; empty where
 * nothing is compared.
 */
export function voiceSentence({ utterances }: Session): string {
  const { comparison } = utterances[utterances.length - 1]?.voice ?? {};
  if (!comparison) return "";
  const words = `In utterance ${utterances.length} the voice was ${comparison}.`;
  return `${words} That describes how it was said; the model may decide by something else.`;
}

/** The same for a row of a table. */
export function voiceCell({ voice }: UtteranceEvent): string {
  if (!voice) return "";
  return voice.comparison ?? "nothing before it to compare with";
}

/** What a model that learns voices knows of this one, or how to begin with it. */
export function learnedVoiceSentence({ utterances, whole }: Session): string {
  const { speakerUtterances: known = 0 } = utterances[utterances.length - 1] ?? {};
  if (known === 0) return "Say it neutrally first: this model compares a voice with its own average.";
  const voice = whole ? "The recording's voice is known now" : "Your voice is known now";
  return `${voice} (${known} ${known === 1 ? "utterance" : "utterances"}).`;
}

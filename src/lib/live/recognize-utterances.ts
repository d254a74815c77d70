import { resample } from "../audio/resample";
import type { Waveform } from "../audio/waveform";
import type { SpeechModel } from "../models/saved/speech-model";
import { recognizePieces, type Utterance } from "./recognize-pieces";

/**
 * The utterances of a recording, told by its pauses, each as `recognizeWaveform` decides for these
 * samples alone.
 *
 * @param adapt whether a model normalised by speaker learns the voice as it goes, as of one person
 * @example (await recognizeUtterances(speechModel, tone(220, { seconds: 3 }))).length // 0
 */
export async function recognizeUtterances(
  speechModel: SpeechModel,
  waveform: Waveform,
  adapt = false,
): Promise<Utterance[]> {
  return recognizePieces(speechModel, [resample(waveform, speechModel.sampleRate)], adapt);
}

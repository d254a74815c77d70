import type { Waveform } from "../audio/waveform";
import { SpeakerStatistics } from "../models/normalization/speaker-statistics";
import type { SpeechModel } from "../models/saved/speech-model";
import type { OtherDecision } from "./live-event";
import { recognizeWaveform } from "./recognize-waveform";
import { SmoothedDecision } from "./smoothed-decision";

/** A model that answers for the same sound as another one, beside it. */
export interface OtherModel extends SpeechModel {
  /** By which its decisions are told apart. */
  readonly name: string;
  /** Whether it learned from synthetic voices. */
  readonly synthetic: boolean;
}

/** The other models of one stream, or of one recording: each learns the voice by itself. */
export class OtherModels {
  private readonly listeners: readonly {
    readonly model: OtherModel;
    readonly decision: SmoothedDecision;
    readonly speaker?: SpeakerStatistics;
  }[];

  /**
   * @param notSureBelow no decision below this probability; default that of each model
   * @param adapt whether the sound is of one person
   */
  constructor(models: readonly OtherModel[], notSureBelow?: number, adapt = true) {
    this.listeners = models.map((model) => ({
      model,
      decision: new SmoothedDecision(model.recognizer.labels, 1, notSureBelow),
      ...(adapt && { speaker: new SpeakerStatistics() }),
    }));
  }

  /** What each decides of an utterance. */
  async decide(waveform: Waveform): Promise<OtherDecision[]> {
    const decisions: OtherDecision[] = [];
    for (const { model, decision, speaker } of this.listeners) {
      const { probabilities } = await recognizeWaveform(model, waveform, speaker);
      const told = decision.of(probabilities);
      decisions.push({ model: model.name, ...told, ...(model.synthetic && { synthetic: true }) });
    }
    return decisions;
  }
}

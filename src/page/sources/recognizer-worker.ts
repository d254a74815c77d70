import type { Waveform } from "../../lib/audio/waveform";
import { createFeatureSet } from "../../lib/features/feature-sets";
import { voiceWeights } from "../../lib/features/voice/voice-weights";
import { analyseWaveform } from "../../lib/live/analyse-waveform";
import { StreamingRecognizer } from "../../lib/live/streaming-recognizer";
import { modelFamily } from "../../lib/models/create-model";
import { decodeRecognizer } from "../../lib/models/saved/recognizer-format";
import type { SiteModel } from "../../lib/models/saved/site-model";
import type { SpeechModel } from "../../lib/models/saved/speech-model";
import { answerCalls } from "./answer-calls";
import type { ModelSummary } from "./live-source";

/** What recognises in an exported page: one model, one stream at a time, and recordings. */
let speechModel: SpeechModel;
let stream: StreamingRecognizer;

answerCalls({
  load: async (model: SiteModel) => {
    speechModel = await loadSiteModel(model);
    const { labels, featureSet, normalize } = speechModel.recognizer;
    return { labels, featureSet, normalize, facts: model.facts } satisfies ModelSummary;
  },
  open: ({ sampleRate }: { sampleRate: number }) => {
    stream = new StreamingRecognizer(speechModel, { sampleRate });
    return [];
  },
  push: async (pieces: readonly Float32Array[]) => {
    const events = [];
    for (const piece of pieces) events.push(...(await stream.push(piece)));
    return events;
  },
  end: () => stream.end(),
  recognize: (waveform: Waveform) => analyseWaveform(speechModel, waveform),
});

async function loadSiteModel({
  description,
  weights,
  voiceWeights: voice,
  facts,
}: SiteModel): Promise<SpeechModel> {
  const recognizer = await decodeRecognizer(description, bytesOf(weights));
  const assets = voice ? { voiceWeights: voiceWeights(new Float32Array(bytesOf(voice).buffer)) } : {};
  const featureSet = createFeatureSet(recognizer.featureSet, assets);
  recognizer.checkSet(featureSet);
  if (modelFamily(description.model).usesTensors) await (await import("./tensor-backend")).tensorBackend();
  return { recognizer, featureSet, sampleRate: facts.sampleRate, heard: facts.heard };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

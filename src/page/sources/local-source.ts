import type { RecordingResult } from "../../lib/live/analyse-waveform";
import type { SiteModel } from "../../lib/models/saved/site-model";
import type { ChosenRecording, LiveSource, ModelSummary, StreamListener } from "./live-source";
import { LocalStream } from "./local-stream";
import { WorkerClient } from "./worker-client";

/** The code of recognizer-worker.ts, put in by the build. */
declare const RECOGNIZER_WORKER: string;

/** Recognises in this browser alone, in a worker beside the page. */
export class LocalSource implements LiveSource {
  readonly privacy = "Your voice stays in this browser: no sound leaves this computer.";
  private readonly worker = new WorkerClient(RECOGNIZER_WORKER);
  private readonly loaded: Promise<ModelSummary>;

  constructor(model: SiteModel) {
    this.loaded = this.worker.call<ModelSummary>("load", model);
  }

  model(): Promise<ModelSummary> {
    return this.loaded;
  }

  openStream(sampleRate: number, listener: StreamListener): LocalStream {
    return new LocalStream(this.worker, sampleRate, listener);
  }

  recognizeRecording({ waveform }: ChosenRecording): Promise<RecordingResult> {
    return this.worker.call<RecordingResult>("recognize", waveform);
  }
}

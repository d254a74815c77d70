import type { RecordingResult } from "../../lib/live/analyse-waveform";
import type { Correction, TrainableCorrections } from "../../lib/live/correction";
import type { ChosenRecording, LiveSource, ModelSummary, StreamListener } from "./live-source";
import { ServiceStream } from "./service-stream";

/** The service that gave the page recognises. */
export class ServiceSource implements LiveSource {
  readonly privacy =
    "The sound goes to the service that this page came from, which recognises it and keeps nothing.";

  /** @param token what the service asks for, if it does */
  constructor(private readonly token?: string) {}

  async model(): Promise<ModelSummary> {
    return this.request("v1/model");
  }

  openStream(sampleRate: number, listener: StreamListener): ServiceStream {
    return new ServiceStream(() => this.connect(), sampleRate, listener);
  }

  recognizeRecording({ bytes }: ChosenRecording): Promise<RecordingResult> {
    const headers = { "content-type": "application/octet-stream" };
    return this.request("v1/recordings", { method: "POST", headers, body: bytes as Uint8Array<ArrayBuffer> });
  }

  correct(wav: Uint8Array, correction: Correction): Promise<TrainableCorrections> {
    const headers = { "content-type": "audio/wav" };
    const query = new URLSearchParams({ ...correction });
    const body = wav as Uint8Array<ArrayBuffer>;
    return this.request(`v1/corrections?${query}`, { method: "POST", headers, body });
  }

  private connect(): WebSocket {
    const url = new URL("v1/stream", document.baseURI);
    url.protocol = url.protocol.replace("http", "ws");
    return new WebSocket(url, this.token ? ["bearer", this.token] : []);
  }

  private async request<T>(path: string, options: RequestInit = {}): Promise<T> {
    const headers = new Headers(options.headers);
    if (this.token) headers.set("authorization", `Bearer ${this.token}`);
    const url = new URL(path, document.baseURI);
    const response = await fetch(url, { ...options, headers }).catch(() => {
      throw new Error("The service does not answer. Start it again, then try once more.");
    });
    const answer = await response.json().catch(() => undefined);
    if (response.ok && answer) return answer as T;
    throw new Error(refusal(response.status, answer?.message));
  }
}

function refusal(status: number, message: string | undefined): string {
  if (status === 401)
    return "The service asks for a token: open the page as it was given to you, with #token=… at the end.";
  return `The service refused: ${message ?? `status ${status}`}`;
}

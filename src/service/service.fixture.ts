import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { type ClientOptions, WebSocket } from "ws";
import type { LiveEvent } from "../lib/live/live-event";
import type { ServiceLimits, ServiceOptions } from "./service-options";
import { type Service, startService } from "./start-service";

const services: Service[] = [];
const scratch = mkdtempSync(join(tmpdir(), "ser-service-"));
after(async () => {
  await Promise.all(services.map((service) => service.close()));
  rmSync(scratch, { recursive: true, force: true });
});

/** For tests that wait for the service: it hangs rather than being slow when they take longer. */
export const patience = { timeout: 120_000 };

/** Other tests run beside: how busy the machine is decides only where a test is about that. */
export const lenientLimits = { maxThreadShare: Number.POSITIVE_INFINITY, maxQueueSeconds: 60 };

/** A file that is not there yet, for listeners of `speechModel.fixture.ts` that go by one. */
export const fileToCome = (name: string) => join(scratch, name);

/**
 * A service on a free port around a model of `speechModel.fixture.ts`; stopped after the tests of
 * the file.
 */
export async function serviceOf(
  folder: string,
  limits: Partial<ServiceLimits> = {},
  options: Partial<ServiceOptions> = {},
): Promise<Service> {
  const model = { module: join(__dirname, "speech-model.fixture.ts"), folder, warmUpSeconds: 0 };
  const service = await startService({
    model,
    threads: 1,
    ...options,
    limits: { ...lenientLimits, ...limits },
  });
  services.push(service);
  return service;
}

/** Asks for the metrics until they say so. */
export async function untilMetrics(url: string, wanted: RegExp): Promise<string> {
  for (;;) {
    const metrics = await (await fetch(`${url}/metrics`)).text();
    if (wanted.test(metrics)) return metrics;
  }
}

type Message =
  | LiveEvent
  | { type: "started" }
  | { type: "end" }
  | { type: "error"; code: number; message: string };

/** A client of a stream. */
export class StreamClient {
  readonly messages: Message[] = [];
  /** When the connection is gone. */
  readonly closed: Promise<{ code: number; reason: string }>;
  readonly socket: WebSocket;

  constructor(url: string, protocols: string[] = [], options: ClientOptions = {}) {
    this.socket = new WebSocket(`${url.replace("http", "ws")}/v1/stream`, protocols, options);
    this.socket.on("message", (data) => this.messages.push(JSON.parse(String(data))));
    this.closed = once(this.socket, "close").then(([code, reason]) => ({ code, reason: String(reason) }));
    this.closed.catch(() => {}); // of a refused handshake `opened` tells
  }

  async opened(): Promise<this> {
    await once(this.socket, "open");
    return this;
  }

  send(message: object | string | Uint8Array): void {
    const plain = typeof message === "string" || message instanceof Uint8Array;
    this.socket.send(plain ? message : JSON.stringify(message));
  }

  /** Opens a stream and waits until the service has taken it. */
  static async started(url: string, options: object = {}): Promise<StreamClient> {
    const client = await new StreamClient(url).opened();
    client.send({ type: "start", sampleRate: 16000, format: "f32le", ...options });
    await once(client.socket, "message");
    return client;
  }

  /** Samples as f32le, in messages of 100 ms. */
  speak(samples: Float32Array): void {
    for (let at = 0; at < samples.length; at += 1600) {
      const chunk = samples.slice(at, at + 1600);
      this.send(new Uint8Array(chunk.buffer));
    }
  }

  /** Stops, and waits for the last events. */
  async stop(): Promise<LiveEvent[]> {
    this.send({ type: "stop" });
    await this.closed;
    return this.events;
  }

  get events(): LiveEvent[] {
    const spoken = new Set(["speech-start", "speech-end", "window", "utterance"]);
    return this.messages.filter((message): message is LiveEvent => spoken.has(message.type));
  }

  /** How the service ended it. */
  async ending(): Promise<{ code: number; message: string | undefined }> {
    const { code } = await this.closed;
    const last = this.messages[this.messages.length - 1];
    return { code, message: last?.type === "error" ? last.message : undefined };
  }
}

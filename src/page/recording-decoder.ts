import type { Waveform } from "../lib/audio/waveform";
import { WorkerClient } from "./sources/worker-client";

/** The code of decoder-worker.ts, put in by the build. */
declare const DECODER_WORKER: string;

let decoder: WorkerClient | undefined;

/**
 * Decodes a WAV, FLAC, MP3 or OGG file as the service does, beside the page.
 *
 * @throws Error that says what is wrong with the file
 */
export function decodeInWorker(name: string, bytes: Uint8Array): Promise<Waveform> {
  decoder ??= new WorkerClient(DECODER_WORKER);
  return decoder.call<Waveform>("decode", { name, bytes });
}

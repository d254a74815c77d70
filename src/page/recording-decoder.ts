import { soundFormatOf } from "../lib/audio/formats/sound-format";
import type { Waveform } from "../lib/audio/waveform";
import { decodeInBrowser } from "./decode-in-browser";
import { WorkerClient } from "./sources/worker-client";

/** The code of decoder-worker.ts, put in by the build. */
declare const DECODER_WORKER: string;

/** A decoded file: its sound, and the bytes that the service can decode as well. */
export interface DecodedFile {
  readonly waveform: Waveform;
  readonly bytes: Uint8Array;
}

let decoder: WorkerClient | undefined;

/**
 * Decodes a WAV, FLAC, MP3 or OGG file as the service does, beside the page; what that leaves to
 * ffmpeg, such as M4A and WebM, by the browser.
 *
 * @throws Error that says what is wrong with the file
 */
export async function decodeFile(name: string, bytes: Uint8Array): Promise<DecodedFile> {
  const format = soundFormatOf(bytes, name);
  if (format.kind === "foreign") return decodeInBrowser(name, bytes, format.format);
  decoder ??= new WorkerClient(DECODER_WORKER);
  return { waveform: await decoder.call<Waveform>("decode", { name, bytes }), bytes };
}

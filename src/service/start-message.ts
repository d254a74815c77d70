import { sampleRateRange } from "../lib/audio/check-sample-rate";
import { InputError } from "../lib/check";
import type { StreamOptions } from "../lib/live/stream-options";
import type { SampleFormat } from "./decode-samples";

/** What a client may choose of how its stream is listened to; what is left out is the recognizer's default. */
export type StreamChoice = Pick<
  StreamOptions,
  "sampleRate" | "windowSeconds" | "hopSeconds" | "notSureBelow" | "adapt"
>;

/** A stream as its start message asks for it. */
export interface StreamStart {
  readonly format: SampleFormat;
  readonly options: StreamChoice;
}

/** Bounds of what one stream may cost. */
const ranges: Readonly<Record<string, readonly [low: number, high: number]>> = {
  sampleRate: sampleRateRange,
  windowSeconds: [0.5, 10],
  hopSeconds: [0.1, 10],
  notSureBelow: [0, 1],
};

/**
 * Reads the first message of a stream: `{"type":"start","sampleRate":16000,"format":"s16le"}` and options.
 *
 * @throws InputError where it is not JSON, not a start, or a field is missing, unknown or out of its range
 */
export function parseStart(text: string): StreamStart {
  const { type, format, ...options } = parseMessage(text);
  if (type !== "start") throw new InputError('the first message of a stream must be a "start"');
  if (format !== "s16le" && format !== "f32le") {
    throw new InputError(`format=${JSON.stringify(format)} must be "s16le" or "f32le"`);
  }
  if (options.sampleRate === undefined)
    throw new InputError("sampleRate is missing: samples per second, in Hz");
  for (const [name, value] of Object.entries(options)) checkOption(name, value);
  return { format, options: options as unknown as StreamChoice };
}

/**
 * A message of the client as a plain object.
 *
 * @throws InputError where it is no JSON object
 */
export function parseMessage(text: string): Record<string, unknown> {
  try {
    const message = JSON.parse(text);
    if (typeof message === "object" && message !== null && !Array.isArray(message)) return message;
  } catch {}
  throw new InputError("a text message must be a JSON object");
}

function checkOption(name: string, value: unknown): void {
  if (name === "adapt" && typeof value === "boolean") return;
  if (name === "adapt") throw new InputError(`adapt=${JSON.stringify(value)} must be true or false`);
  if (!Object.hasOwn(ranges, name)) {
    throw new InputError(
      `${name} is not an option of a stream; there are ${Object.keys(ranges).join(", ")}, adapt`,
    );
  }
  const [low, high] = ranges[name];
  if (typeof value === "number" && value >= low && value <= high) return;
  throw new InputError(`${name}=${JSON.stringify(value)} must be a number from ${low} to ${high}`);
}

import { sampleRateRange } from "../../lib/audio/check-sample-rate";
import { InputError } from "../../lib/check";
import { type StreamOptions, servedBounds } from "../../lib/live/stream-options";
import type { SampleFormat } from "../decode-samples";

/**
 * What a client may choose of how its stream is listened to; what is left out is the recognizer's
 * default.
 */
export type StreamChoice = Pick<
  StreamOptions,
  "sampleRate" | "windowSeconds" | "hopSeconds" | "notSureBelow" | "adapt"
>;

/** A stream as its start message asks for it. */
export interface StreamStart {
  readonly format: SampleFormat;
  readonly options: StreamChoice;
}

const ranges: Readonly<Record<string, readonly [low: number, high: number]>> = {
  sampleRate: sampleRateRange,
  ...servedBounds,
};

/** Of a text message: a start with every option has a tenth of it. */
const MOST_TEXT_BYTES = 2000;
/** So much of a wrong value is told. */
const MOST_TOLD = 60;

/**
 * Refuses a text message before it is read.
 *
 * @throws InputError where it is longer than any that a client has to send
 */
export function checkTextLength(bytes: number): void {
  if (bytes <= MOST_TEXT_BYTES) return;
  throw new InputError(
    `a text message of ${bytes} bytes is too long: a start or a stop has ${MOST_TEXT_BYTES} at most`,
  );
}

/**
 * Reads the first message of a stream: `{"type":"start","sampleRate":16000,"format":"s16le"}` and
 * options.
 *
 * @throws InputError where it is not JSON, not a start, or a field is missing, unknown or out of
 *   its range
 */
export function parseStart(text: string): StreamStart {
  const { type, format, ...options } = parseMessage(text);
  if (type !== "start") throw new InputError('the first message of a stream must be a "start"');
  if (format !== "s16le" && format !== "f32le") {
    throw new InputError(`format=${told(format)} must be "s16le" or "f32le"`);
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

/** A client's value in a sentence: what has parts is named only, as it may be of any depth. */
function told(value: unknown, write: (value: unknown) => string = JSON.stringify): string {
  if (typeof value === "object" && value !== null) return Array.isArray(value) ? "[...]" : "{...}";
  const text = write(value) ?? "undefined";
  return text.length <= MOST_TOLD ? text : `${text.slice(0, MOST_TOLD)}...`;
}

function checkOption(name: string, value: unknown): void {
  if (name === "adapt" && typeof value === "boolean") return;
  if (name === "adapt") throw new InputError(`adapt=${told(value)} must be true or false`);
  if (!Object.hasOwn(ranges, name)) {
    throw new InputError(
      `${told(name, String)} is not an option of a stream; there are ${Object.keys(ranges).join(", ")}, adapt`,
    );
  }
  const [low, high] = ranges[name];
  if (typeof value === "number" && value >= low && value <= high) return;
  throw new InputError(`${name}=${told(value)} must be a number from ${low} to ${high}`);
}

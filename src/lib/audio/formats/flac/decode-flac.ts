import { InputError } from "../../../check";
import { SampleCollector } from "../sample-collector";
import type { DecodeOptions, SoundFile, SoundHeader } from "../sound-file";
import { endsTooEarly } from "./bit-reader";
import { decodeFrame } from "./decode-frame";
import { type FrameHeader, readFrameHeader } from "./frame-header";
import { SamplesDigest } from "./samples-digest";
import { readStreamInfo, type StreamInfo } from "./stream-info";
import type { Values } from "./subframe";

/** Bytes of the longest frame header. */
const longestHeader = 16;

/** What a FLAC file's beginning says of it. */
export function flacHeader(info: StreamInfo): SoundHeader {
  const { channels, sampleRate, totalSamples } = info;
  const seconds = totalSamples > 0 ? totalSamples / sampleRate : undefined;
  return { format: `FLAC, ${info.bits} bit`, channels, sampleRate, seconds, floatingPoint: false };
}

/**
 * Decodes a FLAC file (RFC 9639): each frame's checksum and, where the whole file is wanted, the
 * MD5 of its samples are checked, so that a damaged file is never taken for a shorter one.
 *
 * @param start of "fLaC"
 * @throws InputError where it is damaged, with the time
 */
export function decodeFlac(
  bytes: Uint8Array,
  start: number,
  name: string,
  options: DecodeOptions,
): SoundFile {
  const info = readStreamInfo(bytes, start, name);
  const collector = new SampleCollector(name, flacHeader(info), options, info.totalSamples || undefined);
  const digest = info.md5 && options.startSeconds === undefined ? new SamplesDigest(info.bits) : undefined;
  const fullScale = 2 ** (info.bits - 1);
  const notes: string[] = [];
  let at = info.framesStart;
  while (at < bytes.length && !collector.isFull && !isComplete(collector, info)) {
    const frame = nextFrame(bytes, at, info, name, collector.taken);
    if (frame === undefined) break;
    digest?.add(frame.channels, frame.channels[0].length);
    collector.push(frame.channels.map((values) => scaled(values, fullScale)));
    at = frame.end;
  }
  const seconds = collector.taken / info.sampleRate;
  if (isComplete(collector, info) && readFrameHeader(bytes, at, info)) {
    throw damaged(name, seconds, "holds more sound than its header says");
  }
  if (!collector.isFull) notes.push(...endNotes(bytes, at, info, collector.taken));
  if (!collector.isFull && notes.length === 0 && digest && digest.digest() !== info.md5) {
    throw new InputError(
      `${name} is damaged: its samples do not have the MD5 that its header says; copy the file again`,
    );
  }
  return collector.finish(notes);
}

function isComplete({ taken }: SampleCollector, { totalSamples }: StreamInfo): boolean {
  return totalSamples > 0 && taken >= totalSamples;
}

/**
 * @returns nothing where the file ends within the frame, or only a tag is left
 * @throws InputError for a damaged frame
 */
function nextFrame(bytes: Uint8Array, at: number, info: StreamInfo, name: string, taken: number) {
  const seconds = taken / info.sampleRate;
  const header = readFrameHeader(bytes, at, info);
  if (!header) {
    if (isTag(bytes, at) || bytes.length - at < longestHeader) return undefined;
    throw damaged(name, seconds, "a frame does not begin where it should");
  }
  if (!fits(header, info))
    throw damaged(name, seconds, "a frame has another rate, depth or number of channels");
  try {
    return decodeFrame(bytes, at, header);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    if (error.message === endsTooEarly && !hasFrameAfter(bytes, at, info)) return undefined;
    throw damaged(name, seconds, `a frame ${error.message}`);
  }
}

function fits({ channels, bits, sampleRate }: FrameHeader, info: StreamInfo): boolean {
  return channels === info.channels && bits === info.bits && sampleRate === info.sampleRate;
}

/** Whether another frame begins behind this place: what seems to be the end is damage. */
function hasFrameAfter(bytes: Uint8Array, at: number, info: StreamInfo): boolean {
  for (let next = at + 1; next + 1 < bytes.length; next++) {
    const header = bytes[next] === 0xff ? readFrameHeader(bytes, next, info) : undefined;
    if (header && fits(header, info)) return true;
  }
  return false;
}

/** ID3v1 or APE, which taggers put behind the sound. */
function isTag(bytes: Uint8Array, at: number): boolean {
  return /^(TAG|APETAGEX)/.test(String.fromCharCode(...bytes.subarray(at, at + 8)));
}

function endNotes(bytes: Uint8Array, at: number, info: StreamInfo, taken: number): string[] {
  const [is, should] = [taken, info.totalSamples].map((samples) => (samples / info.sampleRate).toFixed(2));
  if (taken < info.totalSamples) return [`it ends at ${is} s of the ${should} s that its header tells`];
  const isCut = info.totalSamples === 0 && at < bytes.length && !isTag(bytes, at);
  return isCut ? [`it ends at ${is} s in the middle of a frame`] : [];
}

function scaled(values: Values, fullScale: number): Float32Array {
  const samples = new Float32Array(values.length);
  for (let i = 0; i < values.length; i++) samples[i] = values[i] / fullScale;
  return samples;
}

function damaged(name: string, seconds: number, what: string): InputError {
  return new InputError(`${name} is damaged at ${seconds.toFixed(2)} s: ${what}; copy the file again`);
}

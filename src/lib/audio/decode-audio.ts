import { InputError } from "../check";
import { averageChannels } from "./average-channels";
import { checkSampleRate } from "./check-sample-rate";
import { decodeWav } from "./decode-wav";
import type { Waveform } from "./waveform";

/** Fed to a decoder at a time: what it makes of this much is all that a file can cost beyond its limit. */
const PIECE_BYTES = 2 ** 16;

type Coding = "wav" | "flac" | "mp3" | "oga" | "opus";

/**
 * Decodes a WAV, FLAC, MP3 or OGG (Vorbis, Opus or FLAC) file, recognised by its first bytes; channels are averaged.
 *
 * WAV goes through `decodeWav`; the others through audio-decode, which is loaded when the first one comes.
 *
 * @param bytes the whole file
 * @param name what errors call it
 * @param maxSeconds decoding stops with an error where there is more sound than this
 * @throws InputError for another format, a damaged file, a rate outside of 4,000 to 192,000 Hz, or more sound than `maxSeconds`
 */
export async function decodeAudio(
  bytes: Uint8Array,
  name: string,
  { maxSeconds = Number.POSITIVE_INFINITY } = {},
): Promise<Waveform> {
  const coding = codingOf(bytes);
  if (!coding) throw new InputError(`${name} is not WAV, FLAC, MP3 or OGG`);
  const waveform =
    coding === "wav" ? decodeWav(bytes, name) : await decodeWith(coding, bytes, name, maxSeconds);
  checkDuration(name, waveform.samples.length / waveform.sampleRate, maxSeconds);
  return waveform;
}

/** The coding by the first bytes; undefined for any other than those that are taken. */
function codingOf(bytes: Uint8Array): Coding | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 64));
  if (start.startsWith("RIFF")) return "wav";
  if (start.startsWith("fLaC")) return "flac";
  if (start.startsWith("OggS")) {
    if (start.includes("OpusHead")) return "opus";
    return start.includes("\x7fFLAC") ? "flac" : "oga";
  }
  const mpegFrame = bytes[0] === 0xff && (bytes[1] & 0xe6) === 0xe2; // layer III
  return start.startsWith("ID3") || mpegFrame ? "mp3" : undefined;
}

async function decodeWith(
  coding: Exclude<Coding, "wav">,
  bytes: Uint8Array,
  name: string,
  maxSeconds: number,
) {
  const { default: decode } = await import("audio-decode");
  const pieces: Float32Array[] = [];
  let sampleRate = 0;
  let length = 0;
  try {
    for await (const decoded of decode(piecesOf(bytes), coding)) {
      sampleRate ||= decoded.sampleRate;
      if (coding === "flac") rescale(decoded.channelData, flacFullScale(bytes));
      pieces.push(averageChannels(decoded.channelData));
      length += pieces[pieces.length - 1].length;
      checkDuration(name, length / sampleRate, maxSeconds);
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${name} is damaged: ${error instanceof Error ? error.message : error}`);
  }
  if (length === 0) throw new InputError(`${name} is damaged: it holds no samples`);
  checkSampleRate(sampleRate, name);
  return { samples: joined(pieces, length), sampleRate };
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield bytes.subarray(at, at + PIECE_BYTES);
}

/** The full scale of a FLAC file's integers: 2^(bits - 1), from STREAMINFO, which follows the marker, in OGG, too. */
function flacFullScale(bytes: Uint8Array): number {
  const info = String.fromCharCode(...bytes.subarray(0, 64)).indexOf("fLaC") + 8;
  const bits = (((bytes[info + 12] & 1) << 4) | (bytes[info + 13] >> 4)) + 1;
  return 2 ** (bits - 1);
}

/** The decoder divides by one less than the full scale; WAV and libsndfile divide by it. */
function rescale(channels: readonly Float32Array[], fullScale: number): void {
  for (const channel of channels) {
    for (let i = 0; i < channel.length; i++)
      channel[i] = Math.round(channel[i] * (fullScale - 1)) / fullScale;
  }
}

function joined(pieces: readonly Float32Array[], length: number): Float32Array {
  const samples = new Float32Array(length);
  let at = 0;
  for (const piece of pieces) {
    samples.set(piece, at);
    at += piece.length;
  }
  return samples;
}

function checkDuration(name: string, seconds: number, maxSeconds: number): void {
  if (seconds <= maxSeconds) return;
  throw new InputError(`${name} lasts more than ${maxSeconds} s, which is the most that is taken`);
}

import { InputError } from "../../../check";
import { quietly } from "../quietly";
import { SampleCollector } from "../sample-collector";
import type { DecodeOptions, SoundFile, SoundHeader } from "../sound-file";
import { type MpegFrames, walkMpegFrames } from "./frames";

/** Bytes that are decoded at a time: some 25 MB of samples at most. */
const pieceBytes = 2 ** 14;

/** What the frames of an MP3 file tell of it. */
export function mp3Header({ first, count, padding }: MpegFrames): SoundHeader {
  const { sampleRate, channels, samples, layer } = first;
  const format = layer === 3 ? "MP3" : `MPEG audio, layer ${layer}`;
  return {
    format,
    channels,
    sampleRate,
    seconds: Math.max(0, count * samples - padding) / sampleRate,
    floatingPoint: false,
  };
}

/**
 * Decodes an MP3 file with mpg123, which leaves out the silence that the encoder put around the
 * sound; what is lost between the frames and where the file ends early is noted.
 *
 * @throws InputError where it is damaged
 */
export async function decodeMp3(bytes: Uint8Array, name: string, options: DecodeOptions): Promise<SoundFile> {
  const frames = walkMpegFrames(bytes, name);
  const header = mp3Header(frames);
  const most = (frames.count + 2) * frames.first.samples;
  const collector = new SampleCollector(name, header, options, most);
  const { MPEGDecoder } = await import("mpg123-decoder");
  const decoder = new MPEGDecoder();
  await decoder.ready;
  try {
    for (const piece of piecesOf(frames, bytes)) {
      if (collector.isFull) break;
      const { channelData, samplesDecoded } = quietly(() => decoder.decode(piece));
      if (samplesDecoded > 0) collector.push(channelData.slice(0, header.channels), samplesDecoded);
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    const seconds = (collector.taken / header.sampleRate).toFixed(2);
    throw new InputError(
      `${name} is damaged at ${seconds} s: ${(error as Error).message}; copy the file again`,
    );
  } finally {
    decoder.free();
  }
  if (collector.taken === 0)
    throw new InputError(`${name} is damaged: it holds no whole MP3 frame; copy it again`);
  return collector.finish(notesOf(frames));
}

function* piecesOf({ runs }: MpegFrames, bytes: Uint8Array): Generator<Uint8Array> {
  for (const [start, end] of runs) {
    for (let at = start; at < end; at += pieceBytes) yield bytes.subarray(at, Math.min(end, at + pieceBytes));
  }
}

function notesOf({ first, count, told = 0, lostBytes, isCut }: MpegFrames): string[] {
  const [is, should] = [count, told].map((frames) =>
    ((frames * first.samples) / first.sampleRate).toFixed(2),
  );
  const notes = count < told ? [`it ends at ${is} s of the ${should} s that its header tells`] : [];
  if (isCut && count >= told) notes.push(`it ends at ${is} s in the middle of a frame`);
  if (lostBytes > 0)
    notes.push(`${lostBytes} bytes between its frames are damaged or no sound; they are left out`);
  return notes;
}

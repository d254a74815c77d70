import { InputError } from "../../../check";
import { letters } from "../pcm/chunks";
import { type MpegFrame, readMpegFrame } from "./frame";
import { afterId3 } from "./id3";

/** The frames of an MP3 file. */
export interface MpegFrames {
  /** The first one; all others have its rate and layer. */
  readonly first: MpegFrame;
  /**
   * Runs of frames that follow each other without a gap: their first byte and the one behind them.
   */
  readonly runs: readonly (readonly [number, number])[];
  readonly count: number;
  /** Frames that the encoder wrote, where it says so. */
  readonly told: number | undefined;
  /** Samples that the encoder put around the sound, where it says so; they are left out. */
  readonly padding: number;
  /** Bytes between frames that belong to none. */
  readonly lostBytes: number;
  /** Whether the last frame is cut. */
  readonly isCut: boolean;
}

/** Two frames in a row show that it is MP3; where the file holds only one, that must do. */
const mostSearched = 2 ** 16;

/**
 * Walks through the frames of an MP3 file from header to header, which costs a hundredth of
 * decoding them.
 *
 * @throws InputError where there are none
 */
export function walkMpegFrames(bytes: Uint8Array, name: string): MpegFrames {
  const begin = afterId3(bytes);
  let at = findFrame(bytes, begin, undefined, Math.min(bytes.length, begin + mostSearched));
  const first = readMpegFrame(bytes, at);
  if (!first) throw new InputError(`${name} is damaged: it holds no MP3 frame; copy the file again`);
  const runs: [number, number][] = [];
  let [count, lostBytes, isCut] = [0, 0, false];
  while (at < bytes.length) {
    const start = at;
    for (let frame = likeFirst(bytes, at, first); frame; frame = likeFirst(bytes, at, first)) {
      isCut = at + frame.bytes > bytes.length;
      if (isCut) break;
      at += frame.bytes;
      count++;
    }
    if (at > start) runs.push([start, at]);
    if (isCut || at >= bytes.length || isTag(bytes, at)) break;
    const next = findFrame(bytes, at + 1, first, bytes.length);
    lostBytes += next - at;
    at = next;
  }
  const tag = tagOf(bytes, runs[0]?.[0] ?? 0, first);
  return {
    first,
    runs,
    count: count - (tag.isTag ? 1 : 0),
    told: tag.frames,
    padding: tag.padding ?? 0,
    lostBytes,
    isCut,
  };
}

function likeFirst(bytes: Uint8Array, at: number, first: MpegFrame): MpegFrame | undefined {
  const frame = readMpegFrame(bytes, at);
  return frame?.sampleRate === first.sampleRate && frame.layer === first.layer ? frame : undefined;
}

/** The place of the next frame that another one, or the file's end, follows. */
function findFrame(bytes: Uint8Array, from: number, first: MpegFrame | undefined, to: number): number {
  for (let at = from; at < to; at++) {
    if (bytes[at] !== 0xff) continue;
    const frame = first ? likeFirst(bytes, at, first) : readMpegFrame(bytes, at);
    if (!frame) continue;
    const next = at + frame.bytes;
    if (next >= bytes.length || isTag(bytes, next) || likeFirst(bytes, next, frame)) return at;
  }
  return to;
}

/** ID3v1, APE or Lyrics3 behind the sound. */
function isTag(bytes: Uint8Array, at: number): boolean {
  return /^(TAG|APET|LYRI|ID3)/.test(letters(bytes, at));
}

interface FrameTag {
  readonly isTag: boolean;
  readonly frames?: number;
  readonly padding?: number;
}

/**
 * In a Xing tag's flags: the number of frames is there; all its fields are, and what LAME writes
 * behind them.
 */
const [hasFrames, hasAll] = [1, 15];

/** The first frame may hold no sound but a tag (Xing, Info, VBRI) with the number of the others. */
function tagOf(bytes: Uint8Array, at: number, { sideBytes }: MpegFrame): FrameTag {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const xing = at + 4 + sideBytes;
  if (xing + 144 <= bytes.length && /^(Xing|Info)$/.test(letters(bytes, xing))) {
    const flags = view.getUint32(xing + 4);
    const frames = flags & hasFrames ? view.getUint32(xing + 8) : undefined;
    const delays = view.getUint32(xing + 140) & 0xffffff;
    return { isTag: true, frames, padding: flags === hasAll ? (delays >> 12) + (delays & 4095) : 0 };
  }
  const vbri = at + 36;
  const isVbri = vbri + 18 <= bytes.length && letters(bytes, vbri) === "VBRI";
  return isVbri ? { isTag: true, frames: view.getUint32(vbri + 14) } : { isTag: false };
}

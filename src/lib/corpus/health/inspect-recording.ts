import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { ForeignFormat } from "../../audio/formats/foreign-format";
import type { SoundHeader } from "../../audio/formats/sound-file";
import { readSoundHeader } from "../../audio/read-sound-header";
import { InputError } from "../../check";
import { digestBytes } from "../../disk/digest-file";
import { noRegularFile } from "../../disk/require-file";
import { probeWithFfmpeg } from "../ffmpeg";
import type { Recording } from "../recording";
import type { RecordingFacts } from "../recording-facts";

/**
 * Enough for every usual header; a file with more before its samples (pictures, say) is read whole.
 */
const HEAD_BYTES = 4096;

/**
 * Bytes in the middle of a file, by which files of one length are told apart without reading them.
 */
const MIDDLE_BYTES = 512;

/** File systems count the time of a change in steps of up to this many nanoseconds. */
const SETTLED_NS = 2_000_000_000n;

/** The beginning of a file, and what tells it from others. */
interface FileHead extends Pick<RecordingFacts, "fileBytes" | "middle" | "changed"> {
  readonly head: Uint8Array;
}

/** Larger files are judged by their beginning. */
const MOST_WHOLE_BYTES = 2 ** 30;

type KnownHeader = SoundHeader & { readonly seconds: number };

/**
 * Reads a recording's header only, in one opening of its file: some 30 microseconds.
 *
 * @throws InputError naming the file when it is missing, empty, no sound, cut in its data,
 * or of a coding or rate that is not read.
 *
 * @example inspectRecording(corpus.recordings[0]).durationSeconds // 0.5
 */
export function inspectRecording({ path, file }: Pick<Recording, "path" | "file">): RecordingFacts {
  const { head, ...known } = readHead(path, file);
  const { seconds, sampleRate, channels, floatingPoint, format, notes } = readHeader(
    head,
    known.fileBytes,
    path,
    file,
  );
  return {
    durationSeconds: seconds,
    sampleRate,
    channels,
    floatingPoint,
    format,
    ...(notes?.length && { notes }),
    ...known,
  };
}

function readHead(path: string, file: string): FileHead {
  const handle = openFile(path, file);
  try {
    const status = fstatSync(handle, { bigint: true });
    if (!status.isFile() && !status.isDirectory()) throw noRegularFile(file);
    const { size, ctimeNs } = status;
    const fileBytes = Number(size);
    const middle = digestBytes(readAt(handle, Math.floor(fileBytes / 2), MIDDLE_BYTES)).slice(0, 16);
    const isSettled = BigInt(Date.now()) * 1_000_000n - ctimeNs > SETTLED_NS;
    return {
      head: readAt(handle, 0, HEAD_BYTES),
      fileBytes,
      middle,
      ...(isSettled && { changed: String(ctimeNs) }),
    };
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "EISDIR") throw new InputError(`${file} is a folder; name the recordings in it`);
    throw new InputError(`${file}: cannot be read (${message})`);
  } finally {
    closeSync(handle);
  }
}

function readAt(handle: number, position: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  return bytes.subarray(0, readSync(handle, bytes, 0, length, position));
}

function openFile(path: string, file: string): number {
  try {
    // a pipe into which nobody writes opens at once, to be refused
    return openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT" && code !== "ENOTDIR")
      throw new InputError(`${file}: cannot be opened (${message})`);
    throw new InputError(
      `${file}: the file is missing (looked for ${path}); correct its name or put it there`,
    );
  }
}

/**
 * What the file's beginning says, or the whole file where that does not tell how long it is, or
 * ffprobe.
 */
function readHeader(head: Uint8Array, fileBytes: number, path: string, file: string): KnownHeader {
  const { seconds, ...header } = tryHeader(head, fileBytes, path, file);
  if (seconds !== undefined) return { ...header, seconds };
  throw new InputError(`${file}: the ${header.format} file does not say how long it is; copy it again`);
}

function tryHeader(head: Uint8Array, fileBytes: number, path: string, file: string): SoundHeader {
  try {
    return ofBeginning(head, file, fileBytes) ?? readSoundHeader(readFileSync(path), file);
  } catch (error) {
    const probed = error instanceof ForeignFormat && probeWithFfmpeg(path, file, error.format);
    if (probed) return probed;
    throw error;
  }
}

/** Nothing where more of the file may tell. */
function ofBeginning(head: Uint8Array, file: string, fileBytes: number): SoundHeader | undefined {
  try {
    const header = readSoundHeader(head, file, fileBytes);
    return header.seconds === undefined && fileBytes <= MOST_WHOLE_BYTES ? undefined : header;
  } catch (error) {
    const isAll = head.length === fileBytes || fileBytes > MOST_WHOLE_BYTES;
    if (isAll || error instanceof ForeignFormat) throw error;
    return undefined;
  }
}

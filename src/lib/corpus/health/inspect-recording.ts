import { closeSync, fstatSync, openSync, readFileSync, readSync } from "node:fs";
import { PolyphaseFilter } from "../../audio/polyphase-filter";
import { type RiffWave, readRiffWave } from "../../audio/riff-wave";
import { InputError, inFile } from "../../check";
import type { Recording } from "../recording";

/** What a recording's header says. */
export interface RecordingFacts {
  readonly durationSeconds: number;
  /** In Hz. */
  readonly sampleRate: number;
  readonly channels: number;
  /** Whether samples are floating point numbers; integers are always finite. */
  readonly floatingPoint: boolean;
  readonly fileBytes: number;
}

/** Enough for every usual header; a file with more before its samples (pictures, say) is read whole. */
const HEAD_BYTES = 4096;

const FLOATING_POINT = 3;

/** In Hz; most feature sets resample to it. */
const USUAL_RATE = 16000;

/**
 * Reads a recording's header only: some 20 microseconds a file.
 *
 * @throws InputError naming the file when it is missing, empty, no WAV file, cut in its data, or of a coding or rate that is not read.
 *
 * @example inspectRecording(corpus.recordings[0]).durationSeconds // 1.8979 for EMO-DB's 03a01Fa.wav
 */
export function inspectRecording({ path, file }: Pick<Recording, "path" | "file">): RecordingFacts {
  const { head, fileBytes } = readHead(path, file);
  const wave = readHeader(head, fileBytes, path, file);
  const { format, sampleRate, channels, bitsPerSample, dataBytes } = wave;
  const frames = Math.floor(dataBytes / ((channels * bitsPerSample) / 8));
  checkResampling(sampleRate, file);
  return {
    durationSeconds: frames / sampleRate,
    sampleRate,
    channels,
    floatingPoint: format === FLOATING_POINT,
    fileBytes,
  };
}

function readHead(path: string, file: string): { head: Uint8Array; fileBytes: number } {
  const handle = openFile(path, file);
  try {
    const head = new Uint8Array(HEAD_BYTES);
    const length = readSync(handle, head, 0, HEAD_BYTES, 0);
    return { head: head.subarray(0, length), fileBytes: fstatSync(handle).size };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "EISDIR") throw new InputError(`${file} is a folder; name the recordings in it`);
    throw new InputError(`${file}: cannot be read (${message})`);
  } finally {
    closeSync(handle);
  }
}

function openFile(path: string, file: string): number {
  try {
    return openSync(path, "r");
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== "ENOENT" && code !== "ENOTDIR")
      throw new InputError(`${file}: cannot be opened (${message})`);
    throw new InputError(
      `${file}: the file is missing (looked for ${path}); correct its name or put it there`,
    );
  }
}

function checkResampling(sampleRate: number, file: string): void {
  try {
    PolyphaseFilter.checkRatio(sampleRate, USUAL_RATE);
  } catch (error) {
    throw inFile(error, file);
  }
}

function readHeader(head: Uint8Array, fileBytes: number, path: string, file: string): RiffWave {
  try {
    return readRiffWave(head, file, fileBytes);
  } catch (error) {
    if (head.length === fileBytes) throw error;
    return readRiffWave(readFileSync(path), file);
  }
}

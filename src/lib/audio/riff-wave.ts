import { InputError } from "../check";
import { checkSampleRate } from "./check-sample-rate";

/** What the header of a RIFF WAVE file says, and where its samples lie. */
export interface RiffWave {
  /** 1: integer PCM, 3: IEEE floating point; the extensible header's sub-format is already looked up. */
  readonly format: number;
  readonly channels: number;
  /** In Hz. */
  readonly sampleRate: number;
  readonly bitsPerSample: number;
  /** The bytes of the data chunk, a view; as many of them as were handed in. */
  readonly data: Uint8Array;
  /** Length of the data chunk in the file. */
  readonly dataBytes: number;
}

const extensible = 0xfffe;
const sizeUnknown = 0xffffffff;

/**
 * Reads the chunks of a RIFF WAVE file: the extensible header, padded odd chunks and streams of unknown size included.
 * A data chunk that ends before its declared size, no samples, a sample rate outside of 4,000 to 192,000 Hz, and codings that are not
 * decoded are refused.
 *
 * @param bytes the file, or its beginning up to the data chunk at least: a header is checked without reading the samples
 * @param fileBytes length of the whole file; default: all was handed in
 * @throws InputError that names the file, what is wrong and the cure
 */
export function readRiffWave(bytes: Uint8Array, name: string, fileBytes = bytes.length): RiffWave {
  if (bytes.length === 0) throw new InputError(`${name}: the file is empty (0 bytes)`);
  if (tag(bytes, 0) !== "RIFF" || tag(bytes, 8) !== "WAVE") throw new InputError(notWave(bytes, name));
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const chunks = listChunks(bytes, view);
  const fmt = chunks.find(({ id }) => id === "fmt ");
  const data = chunks.find(({ id }) => id === "data");
  if (!fmt || fmt.size < 16 || fmt.start + fmt.size > bytes.length) {
    throw new InputError(`${name}: the WAV file has no complete "fmt " chunk; write it again`);
  }
  if (!data)
    throw new InputError(`${name}: the WAV file has no data chunk; it was cut off or never finished`);
  const dataBytes = presentBytes(data, fileBytes, name);
  const format = readFormat(view, fmt, name);
  checkCoding(format, name);
  if (dataBytes * 8 < format.channels * format.bitsPerSample) {
    throw new InputError(`${name}: the WAV file holds no samples; record it again`);
  }
  return {
    ...format,
    data: bytes.subarray(data.start, data.start + dataBytes),
    dataBytes,
  };
}

interface Chunk {
  readonly id: string;
  readonly start: number;
  readonly size: number;
}

function listChunks(bytes: Uint8Array, view: DataView): Chunk[] {
  const chunks: Chunk[] = [];
  let start = 12;
  while (start + 8 <= bytes.length) {
    const id = tag(bytes, start);
    const size = view.getUint32(start + 4, true);
    chunks.push({ id, start: start + 8, size });
    start += 8 + size + (size % 2);
  }
  return chunks;
}

function readFormat(view: DataView, { start, size }: Chunk, name: string) {
  const outer = view.getUint16(start, true);
  const format = outer === extensible && size >= 40 ? view.getUint16(start + 24, true) : outer;
  const header = {
    format,
    channels: view.getUint16(start + 2, true),
    sampleRate: view.getUint32(start + 4, true),
    bitsPerSample: view.getUint16(start + 14, true),
  };
  if (header.channels === 0) {
    throw new InputError(`${name}: the WAV header says 0 channels; write the file again`);
  }
  checkSampleRate(header.sampleRate, name);
  return header;
}

function checkCoding(
  { format, bitsPerSample }: Pick<RiffWave, "format" | "bitsPerSample">,
  name: string,
): void {
  const allowed = format === 1 ? [8, 16, 24, 32] : format === 3 ? [32, 64] : [];
  if (allowed.includes(bitsPerSample)) return;
  throw new InputError(
    `${name}: WAV coding 0x${format.toString(16)} with ${bitsPerSample} bit is not read; ` +
      "convert it to integer PCM (8, 16, 24, 32 bit) or floating point (32, 64 bit)",
  );
}

function presentBytes({ start, size }: Chunk, fileBytes: number, name: string): number {
  const present = fileBytes - start;
  if (size !== sizeUnknown && present < size) {
    throw new InputError(
      `${name}: the data chunk is cut off, its header says ${size} bytes and ${present} are there; copy the file again`,
    );
  }
  return Math.min(size, present);
}

function tag(bytes: Uint8Array, start: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + 4));
}

function notWave(bytes: Uint8Array, name: string): string {
  const [begin, form] = [0, 8].map((start) => JSON.stringify(tag(bytes, start)));
  const differs =
    begin === '"RIFF"'
      ? `has the RIFF form ${form} instead of "WAVE"`
      : `begins with ${begin} instead of "RIFF"`;
  return `${name}: not a WAV file, it ${differs}; convert it to WAV (PCM, 16 bit)`;
}

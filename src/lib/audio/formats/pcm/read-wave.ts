import { InputError } from "../../../check";
import { checkChannels } from "../decode-bounds";
import { type Chunk, type ChunkForm, letters, listChunks, riffForm, wave64Form } from "./chunks";
import { dataExtent, furtherDataNotes, isEndless } from "./data-chunk";
import { type PcmLayout, pcmLayout } from "./pcm-layout";
import { type WaveFormat, waveDecoder } from "./wave-coding";

const extensible = 0xfffe;
/** In RF64 and BW64: the size stands in `ds64`. */
const elsewhere = 0xffffffff;

/**
 * Reads the chunks of a WAV file: RIFF, RF64, BW64 or Wave64, plain or extensible header, chunks in
 * any order, padded or not, sizes that were never written.
 *
 * @param bytes the file, or its beginning up to the samples at least
 * @param name of the file, for errors
 * @param fileBytes length of the whole file; default: all was handed in
 * @throws InputError that names the file, what is wrong and the cure
 */
export function readWave(bytes: Uint8Array, name: string, fileBytes = bytes.length): PcmLayout {
  const wave64 = letters(bytes, 0) === "riff";
  const form = wave64 ? wave64Form : riffForm;
  const chunks = waveChunks(bytes, form, name, fileBytes);
  const fmt = chunks.find(({ id }) => id === "fmt ");
  if (!fmt || fmt.size < 14 || fmt.start + Math.min(fmt.size, 40) > bytes.length) {
    throw new InputError(`${name}: the WAV file has no complete "fmt " chunk; write it again`);
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = readFormat(view, fmt);
  checkChannels(format.channels, name);
  const decoder = waveDecoder(format, name);
  const sound = chunks.filter(({ id }) => id === "data");
  const data = sound.find(({ size }) => size > 0) ?? sound[0];
  if (!data)
    throw new InputError(`${name}: the WAV file has no data chunk; it was cut off or never finished`);
  const extent = dataExtent(data, bytes, fileBytes, name);
  const fact = decoder.blockSamples > 1 ? factOf(view, chunks) : undefined;
  const layout = pcmLayout({
    container: wave64 ? "Wave64" : "WAV",
    channels: format.channels,
    sampleRate: format.sampleRate,
    decoder,
    start: extent.start,
    bytes: extent.bytes,
    notes: [...extent.notes, ...furtherDataNotes(sound.length)],
    told: fact,
  });
  if (layout.samples > 0) return layout;
  throw new InputError(`${name}: the WAV file holds no samples; record it again`);
}

function waveChunks(bytes: Uint8Array, form: ChunkForm, name: string, fileBytes: number): Chunk[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let dataSize: number | undefined;
  const sized: ChunkForm = {
    ...form,
    size(_, at) {
      const size = form.size(view, at);
      const id = letters(bytes, at);
      if (id === "ds64" && at + 24 <= bytes.length) dataSize = Number(view.getBigUint64(at + 16, true));
      return id === "data" && size === elsewhere && dataSize ? dataSize : size;
    },
  };
  const begin = form === wave64Form ? 40 : 12;
  return listChunks(
    bytes,
    begin,
    sized,
    name,
    (chunk) => chunk.id === "data" && isEndless(chunk, bytes, fileBytes),
  );
}

function readFormat(view: DataView, { start, size }: Chunk): WaveFormat {
  const outer = view.getUint16(start, true);
  const bits = size >= 16 ? view.getUint16(start + 14, true) : 8;
  return {
    tag: outer === extensible && size >= 40 ? view.getUint16(start + 24, true) : outer,
    channels: view.getUint16(start + 2, true),
    sampleRate: view.getUint32(start + 4, true),
    blockBytes: view.getUint16(start + 12, true),
    bits,
    weights: outer === 2 ? readWeights(view, start, size) : [],
  };
}

function readWeights(view: DataView, start: number, size: number): [number, number][] {
  const count = size >= 22 ? view.getUint16(start + 20, true) : 0;
  const there = Math.min(count, 256, Math.floor((Math.min(size, view.byteLength - start) - 22) / 4));
  return Array.from({ length: Math.max(0, there) }, (_, i) => [
    view.getInt16(start + 22 + 4 * i, true),
    view.getInt16(start + 24 + 4 * i, true),
  ]);
}

/** Samples by the `fact` chunk, which tells how full the last block is. */
function factOf(view: DataView, chunks: readonly Chunk[]): number | undefined {
  const fact = chunks.find(({ id, size }) => id === "fact" && size >= 4);
  return fact && fact.start + 4 <= view.byteLength ? view.getUint32(fact.start, true) : undefined;
}

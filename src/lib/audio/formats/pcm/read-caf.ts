import { InputError } from "../../../check";
import { checkChannels } from "../decode-bounds";
import { ForeignFormat } from "../foreign-format";
import { frameDecoder } from "./block-decoder";
import { cafForm, letters, listChunks } from "./chunks";
import { dataExtent, furtherDataNotes, isEndless } from "./data-chunk";
import { type PcmLayout, pcmLayout } from "./pcm-layout";
import { alaw, floatCoding, integerCoding, mulaw, type SampleCoding } from "./sample-coding";

const floatingPoint = 1;
const littleEndian = 2;
/** What precedes the samples in the data chunk: a count of edits. */
const editBytes = 4;

/**
 * Reads the chunks of a Core Audio file whose sound is not compressed, as macOS and iOS record it.
 *
 * @param bytes the file, or its beginning up to the samples at least
 * @param name of the file, for errors
 * @throws InputError that names the file, what is wrong and the cure
 */
export function readCaf(bytes: Uint8Array, name: string, fileBytes = bytes.length): PcmLayout {
  const chunks = listChunks(
    bytes,
    8,
    cafForm,
    name,
    (chunk) => chunk.id === "data" && isEndless(chunk, bytes, fileBytes),
  );
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const description = chunks.find(({ id, size }) => id === "desc" && size >= 32);
  const sound = chunks.filter(({ id }) => id === "data");
  if (!description || description.start + 32 > bytes.length || sound.length === 0) {
    throw new InputError(`${name}: the CAF file has no complete desc and data chunk; write it again`);
  }
  const at = description.start;
  const channels = view.getUint32(at + 24);
  checkChannels(channels, name);
  const type = letters(bytes, at + 8);
  const coding = codingOf(type, view.getUint32(at + 12), Math.ceil(view.getUint32(at + 28) / 8));
  if (!coding) throw new ForeignFormat(name, `a CAF file of coding "${type}"`);
  const extent = dataExtent(sound[0], bytes, fileBytes, name);
  const layout = pcmLayout({
    container: "CAF",
    channels,
    sampleRate: view.getFloat64(at),
    decoder: frameDecoder(coding, channels),
    start: extent.start + editBytes,
    bytes: Math.max(0, extent.bytes - editBytes),
    notes: [...extent.notes, ...furtherDataNotes(sound.length)],
  });
  if (layout.samples > 0) return layout;
  throw new InputError(`${name}: the CAF file holds no samples; record it again`);
}

function codingOf(type: string, flags: number, bytes: number): SampleCoding | undefined {
  if (type === "alaw") return alaw;
  if (type === "ulaw") return mulaw;
  if (type !== "lpcm") return undefined;
  const little = (flags & littleEndian) !== 0;
  return flags & floatingPoint ? floatCoding(bytes, little) : integerCoding(bytes, little);
}

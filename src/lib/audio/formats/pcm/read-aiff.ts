import { InputError } from "../../../check";
import { checkChannels } from "../decode-bounds";
import { ForeignFormat } from "../foreign-format";
import { frameDecoder } from "./block-decoder";
import { type Chunk, iffForm, letters, listChunks } from "./chunks";
import { dataExtent, furtherDataNotes, isEndless } from "./data-chunk";
import { type PcmLayout, pcmLayout } from "./pcm-layout";
import { alaw, floatCoding, integerCoding, mulaw, type SampleCoding, unsigned8 } from "./sample-coding";

/**
 * Reads the chunks of an AIFF or AIFF-C file (Apple 1989, 1991): integers of either order, floating
 * point, A-law and mu-law.
 *
 * @param bytes the file, or its beginning up to the samples at least
 * @param name of the file, for errors
 * @throws InputError that names the file, what is wrong and the cure
 */
export function readAiff(bytes: Uint8Array, name: string, fileBytes = bytes.length): PcmLayout {
  const chunks = listChunks(
    bytes,
    12,
    iffForm,
    name,
    (chunk) => chunk.id === "SSND" && isEndless(chunk, bytes, fileBytes),
  );
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const common = chunks.find(({ id, size }) => id === "COMM" && size >= 18);
  const sound = chunks.filter(({ id }) => id === "SSND");
  if (!common || common.start + 18 > bytes.length || sound.length === 0) {
    throw new InputError(`${name}: the AIFF file has no complete COMM and SSND chunk; write it again`);
  }
  const channels = view.getUint16(common.start);
  checkChannels(channels, name);
  const decoder = frameDecoder(codingOf(bytes, view, common, name), channels);
  const extent = dataExtent(sound[0], bytes, fileBytes, name);
  const offset = extent.start + 8 <= bytes.length ? 8 + view.getUint32(extent.start) : 8;
  const layout = pcmLayout({
    container: letters(bytes, 8) === "AIFC" ? "AIFF-C" : "AIFF",
    channels,
    sampleRate: extended(view, common.start + 8),
    decoder,
    start: extent.start + offset,
    bytes: Math.max(0, extent.bytes - offset),
    notes: [...extent.notes, ...furtherDataNotes(sound.length)],
  });
  if (layout.samples > 0) return layout;
  throw new InputError(`${name}: the AIFF file holds no samples; record it again`);
}

function codingOf(bytes: Uint8Array, view: DataView, { start, size }: Chunk, name: string): SampleCoding {
  const type = letters(bytes, 8) === "AIFC" && size >= 22 ? letters(bytes, start + 18) : "NONE";
  const coding = codingNamed(type, Math.ceil(view.getUint16(start + 6) / 8));
  if (coding) return coding;
  throw new ForeignFormat(name, `an AIFF-C file of coding "${type}"`);
}

function codingNamed(type: string, bytes: number): SampleCoding | undefined {
  switch (type.toLowerCase()) {
    case "none":
    case "twos":
    case "in24":
    case "in32":
      return integerCoding(bytes, false);
    case "sowt":
      return integerCoding(bytes, true);
    case "raw ":
      return unsigned8;
    case "fl32":
    case "fl64":
      return floatCoding(type.endsWith("64") ? 8 : 4, false);
    case "alaw":
      return alaw;
    case "ulaw":
      return mulaw;
    default:
      return undefined;
  }
}

/** The 80-bit floating point of Apple's SANE, in which AIFF writes the rate. */
function extended(view: DataView, at: number): number {
  const exponent = (view.getUint16(at) & 0x7fff) - 16383;
  return Number(view.getBigUint64(at + 2)) * 2 ** (exponent - 63);
}

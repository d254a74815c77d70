import { InputError } from "../../../check";
import { checkChannels } from "../decode-bounds";
import { ForeignFormat } from "../foreign-format";
import { frameDecoder } from "./block-decoder";
import { letters } from "./chunks";
import { dataExtent } from "./data-chunk";
import { type PcmLayout, pcmLayout } from "./pcm-layout";
import { alaw, floatCoding, integerCoding, mulaw, type SampleCoding } from "./sample-coding";

/**
 * Reads the header of a Sun or NeXT sound file (.au, .snd): six numbers, in either order of bytes.
 *
 * @param bytes the file, or its beginning up to the samples at least
 * @param name of the file, for errors
 * @throws InputError that names the file, what is wrong and the cure
 */
export function readAu(bytes: Uint8Array, name: string, fileBytes = bytes.length): PcmLayout {
  if (bytes.length < 24) throw new InputError(`${name}: the AU file is cut off in its header; copy it again`);
  const littleEndian = letters(bytes, 0) === "dns.";
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [start, size, encoding, sampleRate, channels] = [4, 8, 12, 16, 20].map((at) =>
    view.getUint32(at, littleEndian),
  );
  checkChannels(channels, name);
  const coding = codingOf(encoding, littleEndian);
  if (!coding) throw new ForeignFormat(name, `an AU file of coding ${encoding}`);
  const data = { id: "", start: Math.max(24, start), size };
  const extent = dataExtent(data, bytes, fileBytes, name);
  const decoder = frameDecoder(coding, channels);
  const layout = pcmLayout({ container: "AU", channels, sampleRate, decoder, ...extent });
  if (layout.samples > 0) return layout;
  throw new InputError(`${name}: the AU file holds no samples; record it again`);
}

function codingOf(encoding: number, littleEndian: boolean): SampleCoding | undefined {
  if (encoding === 1) return mulaw;
  if (encoding === 27) return alaw;
  if (encoding >= 2 && encoding <= 5) return integerCoding(encoding - 1, littleEndian);
  if (encoding === 6) return floatCoding(4, littleEndian);
  return encoding === 7 ? floatCoding(8, littleEndian) : undefined;
}

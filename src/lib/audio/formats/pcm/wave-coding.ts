import { ForeignFormat } from "../foreign-format";
import { type BlockDecoder, frameDecoder } from "./block-decoder";
import { imaAdpcm } from "./ima-adpcm";
import { msAdpcm } from "./ms-adpcm";
import { alaw, floatCoding, integerCoding, mulaw, type SampleCoding, unsigned8 } from "./sample-coding";

/** What a `fmt ` chunk says. */
export interface WaveFormat {
  /** 1: integers, 3: floating point, ...; of the extensible header, its sub-format. */
  readonly tag: number;
  readonly channels: number;
  /** In Hz. */
  readonly sampleRate: number;
  /** Bytes of a block of all channels. */
  readonly blockBytes: number;
  readonly bits: number;
  /** Weights of Microsoft ADPCM. */
  readonly weights: readonly (readonly [number, number])[];
}

/** Codings that people meet in WAV files and that are not decoded here. */
const foreign: Readonly<Record<number, string>> = {
  49: "GSM 6.10",
  64: "G.721 ADPCM",
  69: "G.726 ADPCM",
  80: "MPEG audio",
  85: "MP3",
  100: "G.726 ADPCM",
  101: "G.722 ADPCM",
  353: "Windows Media Audio",
  354: "Windows Media Audio",
  255: "AAC",
  5648: "AAC",
  8192: "AC-3",
  26447: "Ogg Vorbis",
  61868: "FLAC",
};

/**
 * How the samples of a WAV file are decoded.
 *
 * @throws ForeignFormat with the coding's name
 */
export function waveDecoder(format: WaveFormat, name: string): BlockDecoder {
  const { tag, bits, channels, blockBytes } = format;
  if (tag === 2 && bits === 4) {
    const decoder = msAdpcm(channels, blockBytes, format.weights);
    if (decoder) return decoder;
  }
  if (tag === 0x11 && bits === 4) {
    const decoder = imaAdpcm(channels, blockBytes);
    if (decoder) return decoder;
  }
  const coding = codingOf(format);
  if (coding) return frameDecoder(coding, channels);
  const hex = `coding 0x${tag.toString(16)}`;
  throw new ForeignFormat(name, `a WAV file of ${foreign[tag] ?? `${hex} with ${bits} bit`}`);
}

function codingOf({ tag, bits, channels, blockBytes }: WaveFormat): SampleCoding | undefined {
  const needed = Math.ceil(bits / 8);
  const given = blockBytes / channels;
  const bytes = Number.isInteger(given) && given > needed && given <= 4 ? given : needed;
  if (tag === 1) return bytes === 1 ? unsigned8 : integerCoding(bytes, true);
  if (tag === 3) return floatCoding(needed, true);
  if (tag === 6 && bits === 8) return alaw;
  return tag === 7 && bits === 8 ? mulaw : undefined;
}

import type { BlockDecoder } from "./block-decoder";

const adaptation = [230, 230, 230, 230, 307, 409, 512, 614, 768, 614, 512, 409, 307, 230, 230, 230];

/** The seven pairs of weights of the last two samples that every file has. */
const usualWeights: readonly (readonly [number, number])[] = [
  [256, 0],
  [512, -256],
  [0, 0],
  [192, 64],
  [240, 0],
  [460, -208],
  [392, -232],
];

/**
 * Microsoft ADPCM (Microsoft Multimedia Standards Update, 1994): four bits a sample, predicted from
 * the two before by weights that each block chooses.
 *
 * @param blockBytes of all channels
 * @param weights the file's own pairs
 */
export function msAdpcm(
  channels: number,
  blockBytes: number,
  weights: readonly (readonly [number, number])[],
): BlockDecoder | undefined {
  const pairs = weights.length >= 7 ? weights : usualWeights;
  if (blockBytes <= 7 * channels) return undefined;
  return {
    name: "Microsoft ADPCM",
    floatingPoint: false,
    blockBytes,
    blockSamples: samplesIn(blockBytes, channels),
    decode(view, at, bytes, out) {
      let count = 0;
      for (let block = 0; block < bytes; block += blockBytes) {
        const length = Math.min(blockBytes, bytes - block);
        if (length < 7 * channels) break;
        const samples = samplesIn(length, channels);
        for (let c = 0; c < channels; c++) {
          const state = { view, block: at + block, c, channels, pairs };
          decodeChannel(state, out[c].subarray(count, count + samples));
        }
        count += samples;
      }
      return count;
    },
  };
}

function samplesIn(bytes: number, channels: number): number {
  return 2 + Math.floor((2 * (bytes - 7 * channels)) / channels);
}

interface ChannelOfBlock {
  readonly view: DataView;
  readonly block: number;
  readonly c: number;
  readonly channels: number;
  readonly pairs: readonly (readonly [number, number])[];
}

function decodeChannel({ view, block, c, channels, pairs }: ChannelOfBlock, out: Float32Array): void {
  const [first, second] = pairs[view.getUint8(block + c)] ?? pairs[0];
  const words = block + channels;
  let delta = view.getInt16(words + 2 * c, true);
  let last = view.getInt16(words + 2 * (channels + c), true);
  let before = view.getInt16(words + 2 * (2 * channels + c), true);
  out[0] = before / 32768;
  out[1] = last / 32768;
  for (let i = 2; i < out.length; i++) {
    const nibble = (i - 2) * channels + c;
    const byte = view.getUint8(block + 7 * channels + (nibble >> 1));
    const code = nibble & 1 ? byte & 15 : byte >> 4;
    const signed = code >= 8 ? code - 16 : code;
    const value = ((last * first + before * second) >> 8) + signed * delta;
    before = last;
    last = Math.max(-32768, Math.min(32767, value));
    delta = Math.max(16, (adaptation[code] * delta) >> 8);
    out[i] = last / 32768;
  }
}

import type { BlockDecoder } from "./block-decoder";

const indexSteps = [-1, -1, -1, -1, 2, 4, 6, 8];

/** Steps of the quantizer: each is a tenth above the one before, as the IMA's table rounds them. */
const steps = Int16Array.of(
  ...[7, 8, 9, 10, 11, 12, 13, 14, 16, 17, 19, 21, 23, 25, 28, 31, 34, 37, 41, 45, 50, 55, 60, 66],
  ...[73, 80, 88, 97, 107, 118, 130, 143, 157, 173, 190, 209, 230, 253, 279, 307, 337, 371, 408, 449],
  ...[494, 544, 598, 658, 724, 796, 876, 963, 1060, 1166, 1282, 1411, 1552, 1707, 1878, 2066, 2272, 2499],
  ...[2749, 3024, 3327, 3660, 4026, 4428, 4871, 5358, 5894, 6484, 7132, 7845, 8630, 9493, 10442, 11487],
  ...[12635, 13899, 15289, 16818, 18500, 20350, 22385, 24623, 27086, 29794, 32767],
);

/**
 * IMA ADPCM as WAV has it (IMA Digital Audio Focus 1992; Microsoft's RIFF documents): four bits a
 * sample. A block begins with one sample and one step of each channel, then eight samples of each
 * channel in turn.
 *
 * @param blockBytes of all channels
 */
export function imaAdpcm(channels: number, blockBytes: number): BlockDecoder | undefined {
  const groups = Math.floor((blockBytes - 4 * channels) / (4 * channels));
  if (groups < 1) return undefined;
  return {
    name: "IMA ADPCM",
    floatingPoint: false,
    blockBytes,
    blockSamples: 8 * groups + 1,
    decode(view, at, bytes, out) {
      let count = 0;
      for (let block = 0; block < bytes; block += blockBytes) {
        const length = Math.min(blockBytes, bytes - block);
        const here = Math.floor((length - 4 * channels) / (4 * channels));
        if (here < 0) break;
        for (let c = 0; c < channels; c++) {
          decodeChannel(view, at + block, c, { channels, groups: here }, out[c].subarray(count));
        }
        count += 8 * here + 1;
      }
      return count;
    },
  };
}

function decodeChannel(
  view: DataView,
  block: number,
  c: number,
  { channels, groups }: { channels: number; groups: number },
  out: Float32Array,
): void {
  let sample = view.getInt16(block + 4 * c, true);
  let index = Math.min(88, view.getUint8(block + 4 * c + 2));
  out[0] = sample / 32768;
  for (let g = 0, o = 1; g < groups; g++) {
    const word = view.getUint32(block + 4 * (channels * (g + 1) + c), true);
    for (let shift = 0; shift < 32; shift += 4) {
      const code = (word >>> shift) & 15;
      const step = steps[index];
      let change = step >> 3;
      if (code & 1) change += step >> 2;
      if (code & 2) change += step >> 1;
      if (code & 4) change += step;
      sample = Math.max(-32768, Math.min(32767, code & 8 ? sample - change : sample + change));
      index = Math.max(0, Math.min(88, index + indexSteps[code & 7]));
      out[o++] = sample / 32768;
    }
  }
}

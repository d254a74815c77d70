/** One frame of MPEG audio. */
export interface MpegFrame {
  /** Bytes, its header among them. */
  readonly bytes: number;
  /** Samples of each channel. */
  readonly samples: number;
  /** In Hz. */
  readonly sampleRate: number;
  readonly channels: 1 | 2;
  readonly layer: 1 | 2 | 3;
  /** Bytes between the header and the place of the Xing tag. */
  readonly sideBytes: number;
}

/** In kbit/s, MPEG-1 then MPEG-2, by layer. */
const bitrates = [
  [
    [0, 32, 64, 96, 128, 160, 192, 224, 256, 288, 320, 352, 384, 416, 448],
    [0, 32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384],
    [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  ],
  [
    [0, 32, 48, 56, 64, 80, 96, 112, 128, 144, 160, 176, 192, 224, 256],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
    [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
  ],
];
const rates = [44100, 48000, 32000];

/**
 * Reads the header of the frame at `at` (ISO 11172-3, 13818-3); nothing where none begins there.
 */
export function readMpegFrame(bytes: Uint8Array, at: number): MpegFrame | undefined {
  if (at + 4 > bytes.length || bytes[at] !== 0xff || (bytes[at + 1] & 0xe0) !== 0xe0) return undefined;
  const version = (bytes[at + 1] >> 3) & 3; // 3: MPEG-1, 2: MPEG-2, 0: MPEG-2.5
  const layerCode = (bytes[at + 1] >> 1) & 3;
  const rateCode = (bytes[at + 2] >> 2) & 3;
  const bitrateCode = bytes[at + 2] >> 4;
  if (version === 1 || layerCode === 0 || rateCode === 3 || bitrateCode === 0 || bitrateCode === 15)
    return undefined;
  const layer = (4 - layerCode) as 1 | 2 | 3;
  const low = version === 3 ? 0 : 1;
  const bitrate = 1000 * bitrates[low][layer - 1][bitrateCode];
  const sampleRate = rates[rateCode] / (version === 3 ? 1 : version === 2 ? 2 : 4);
  const samples = layer === 1 ? 384 : layer === 3 && low ? 576 : 1152;
  const padding = (bytes[at + 2] >> 1) & 1;
  const channels = bytes[at + 3] >> 6 === 3 ? 1 : 2;
  const length =
    layer === 1
      ? 4 * (Math.floor((12 * bitrate) / sampleRate) + padding)
      : Math.floor((samples / 8) * (bitrate / sampleRate)) + padding;
  const sideBytes = low ? (channels === 1 ? 9 : 17) : channels === 1 ? 17 : 32;
  return { bytes: length, samples, sampleRate, channels, layer, sideBytes };
}

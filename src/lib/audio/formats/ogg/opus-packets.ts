import { quietly } from "../quietly";
import type { PacketDecoder } from "./packet-decoder";

/**
 * A decoder for the packets of an Opus stream (RFC 7845), at 48 kHz: the encoder's first samples
 * are left out and its gain is applied.
 *
 * @param head the stream's first packet
 * @throws Error where it is damaged
 */
export async function opusPackets(head: Uint8Array): Promise<PacketDecoder> {
  const { OpusDecoder } = await import("opus-decoder");
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const decoder = new OpusDecoder({ preSkip: view.getUint16(10, true), ...mappingOf(head) });
  await decoder.ready;
  const gain = 10 ** (view.getInt16(16, true) / 256 / 20);
  return {
    headers: 2,
    decode(packets) {
      const { channelData, samplesDecoded, errors } = quietly(() => decoder.decodeFrames([...packets]));
      if (errors.length > 0) throw new Error(errors[0].message);
      if (gain !== 1) for (const channel of channelData) amplify(channel, gain);
      return { channels: channelData, count: samplesDecoded };
    },
    free: () => decoder.free(),
  };
}

/** Which coded streams make which channels. */
function mappingOf(head: Uint8Array) {
  const channels = head[9];
  if (head[18] === 0) {
    if (channels > 2) throw new Error("it has more channels than its kind of mapping allows");
    return { channels };
  }
  const [streamCount, coupledStreamCount] = head.subarray(19, 21);
  const channelMappingTable = [...head.subarray(21, 21 + channels)];
  const coded = streamCount + coupledStreamCount;
  const isMapped = channelMappingTable.every((one) => one < coded || one === 255);
  if (
    streamCount < 1 ||
    coded > 16 ||
    coupledStreamCount > streamCount ||
    !isMapped ||
    head.length < 21 + channels
  ) {
    throw new Error("its channels are mapped wrongly");
  }
  return { channels, streamCount, coupledStreamCount, channelMappingTable };
}

function amplify(samples: Float32Array, factor: number): void {
  for (let i = 0; i < samples.length; i++) samples[i] *= factor;
}

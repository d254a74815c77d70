import { quietly } from "../quietly";
import type { PacketDecoder } from "./packet-decoder";

/**
 * What lies within the library's decoder of OGG files: it takes packets, once the pages are read.
 */
interface VorbisPackets {
  sendSetupHeader(packet: Uint8Array): void;
  initDsp(): void;
  decodePackets(packets: readonly Uint8Array[]): { channelData: Float32Array[]; samplesDecoded: number };
}

/**
 * A decoder for the packets of a Vorbis stream. The library's own reader of pages does not look at
 * checksums.
 *
 * @param head the stream's first packet
 * @throws Error where it is damaged
 */
export async function vorbisPackets(head: Uint8Array): Promise<PacketDecoder> {
  const { OggVorbisDecoder } = await import("@wasm-audio-decoders/ogg-vorbis");
  const decoder = new OggVorbisDecoder();
  await decoder.ready;
  const packetsOf = (decoder as unknown as { _decoder: VorbisPackets })._decoder;
  packetsOf.sendSetupHeader(head);
  let isSetUp = false;
  return {
    headers: 2,
    decode(packets) {
      let sound = packets;
      if (!isSetUp) {
        if (packets.length === 0) return { channels: [], count: 0 };
        packetsOf.sendSetupHeader(packets[0]);
        packetsOf.initDsp();
        isSetUp = true;
        sound = packets.slice(1);
      }
      const { channelData, samplesDecoded } = quietly(() => packetsOf.decodePackets(sound));
      return { channels: channelData, count: samplesDecoded };
    },
    free: () => decoder.free(),
  };
}

/** What a packet decoder gives for some packets. */
export interface DecodedPackets {
  /** One array a channel. */
  readonly channels: readonly Float32Array[];
  readonly count: number;
}

/** Decodes the packets of one stream, in order. */
export interface PacketDecoder {
  /** Packets at the beginning that hold no sound. */
  readonly headers: number;
  /** @throws Error for packets that are damaged */
  decode(packets: readonly Uint8Array[]): DecodedPackets;
  free(): void;
}

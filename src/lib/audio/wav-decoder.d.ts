declare module "wav-decoder" {
  interface AudioData {
    readonly numberOfChannels: number;
    readonly length: number;
    readonly sampleRate: number;
    readonly channelData: readonly Float32Array[];
  }
  export const decode: {
    sync(buffer: ArrayBuffer, options?: { symmetric?: boolean }): AudioData;
  };
}

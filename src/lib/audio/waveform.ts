/** One channel of sound with its rate. */
export interface Waveform {
  /** Samples in [-1, 1). */
  readonly samples: Float32Array;
  /** Samples per second, in Hz. */
  readonly sampleRate: number;
}

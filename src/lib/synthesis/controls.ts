/**
 * What drives the synthesizer, frame by frame; arrays have one value per frame, gains are linear, 1
 * is a full vowel.
 */
export interface Controls {
  readonly hopSeconds: number;
  /** Fundamental frequency in Hz, above zero in unvoiced frames, too. */
  readonly f0Hz: Float64Array;
  /** Gain of the glottal pulses. */
  readonly voicing: Float64Array;
  /** Gain of noise at the glottis. */
  readonly aspiration: Float64Array;
  /** Gain of noise at a narrowing, with its centre and bandwidth in Hz. */
  readonly frication: Float64Array;
  readonly fricationHz: Float64Array;
  readonly fricationBandwidthHz: Float64Array;
  /** How far the nose is coupled, 0 to 1. */
  readonly nasality: Float64Array;
  /** F1, F2, ... in Hz, as many as lie below half the sample rate: formants x frames. */
  readonly formantsHz: readonly Float64Array[];
}

/** Time between two frames of control, in seconds. */
export const CONTROL_HOP_SECONDS = 0.005;

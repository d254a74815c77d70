import type { Waveform } from "../audio/waveform";
import type { Matrix } from "../numbers/matrix";

/**
 * A feature set on a stream: what is the same for every window that a frame stands in is computed
 * once.
 */
export interface FeatureTrack<X> {
  /**
   * To the last bit what `extract` gives of these samples; a stream checks them as they come.
   *
   * @param start the place of the first sample in the stream
   */
  row(waveform: Waveform, start: number): X;
  /** Lets go of what lies before a sample of the stream. */
  forget(start: number): void;
}

/**
 * A named, versioned set that turns a recording into one row of numbers. A change of numbers is a
 * new version.
 */
export interface VectorSet {
  readonly kind: "vector";
  /** Name and version, for instance "librosa-v1". */
  readonly name: string;
  /** One name per value. */
  readonly columns: readonly string[];
  /** Of several sets side by side: how many columns each has, in their order. */
  readonly blocks?: readonly number[];
  /** One value per column, all finite. */
  extract(waveform: Waveform): Float64Array | Promise<Float64Array>;
  /** Several recordings at once, for sets that are faster in batches. */
  extractMany?(waveforms: readonly Waveform[]): Promise<Float64Array[]>;
  /** A new stream, for sets that can reuse what windows share. */
  track?(): FeatureTrack<Float64Array>;
}

/**
 * A named, versioned set that turns a recording into a matrix of frames x columns, for networks.
 */
export interface MatrixSet {
  readonly kind: "matrix";
  readonly name: string;
  /** One name per column of the matrix (a band, say). */
  readonly columns: readonly string[];
  /** Time between two rows, in seconds. */
  readonly hopSeconds: number;
  extract(waveform: Waveform): Matrix | Promise<Matrix>;
  /** A new stream, for sets that can reuse what windows share. */
  track?(): FeatureTrack<Matrix>;
}

export type FeatureSet = VectorSet | MatrixSet;

import type { Waveform } from "../waveform";

/** A decoded recording: one channel of sound, and what was noticed on the way. */
export interface SoundFile extends Waveform {
  /** What the file is by its content, such as "FLAC" or "WAV, A-law". */
  readonly format: string;
  /** Channels in the file; the waveform is their average, or the one that was asked for. */
  readonly channels: number;
  /**
   * Sentences on what is strange about it, each beginning in small letters, to follow the file's
   * name.
   */
  readonly notes: readonly string[];
}

/** What a sound file's header says. */
export interface SoundHeader {
  readonly format: string;
  readonly channels: number;
  /** In Hz. */
  readonly sampleRate: number;
  /** Duration; undefined where only decoding tells. */
  readonly seconds: number | undefined;
  /** Whether samples are floating point numbers, which may be no numbers or unscaled. */
  readonly floatingPoint: boolean;
  /** What is strange about the header, as in `SoundFile`. */
  readonly notes?: readonly string[];
}

/** What is wanted of a recording. */
export interface DecodeOptions {
  /**
   * Longer recordings are refused, before or while they are decoded. Default: what 2^25 samples
   * hold.
   */
  readonly maxSeconds?: number;
  /** Takes this channel, from 1, instead of the average of all. */
  readonly channel?: number;
  /** The part from here on is wanted, in seconds. Default: 0. */
  readonly startSeconds?: number;
  /** The part up to here is wanted, in seconds. Default: to the end. */
  readonly endSeconds?: number;
}

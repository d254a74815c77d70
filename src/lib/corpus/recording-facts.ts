import type { SampleFacts } from "./sample-facts";

/**
 * What is known of a recording's file. It is found once, and the recording carries it from then on
 * (`checkCorpus`).
 */
export interface RecordingFacts {
  readonly durationSeconds: number;
  /** In Hz. */
  readonly sampleRate: number;
  readonly channels: number;
  /** Whether samples are floating point numbers; integers are always finite. */
  readonly floatingPoint: boolean;
  /** What the file is by its content, such as "FLAC, 16 bit". */
  readonly format: string;
  /** What is strange about it, to follow its name. */
  readonly notes?: readonly string[];
  readonly fileBytes: number;
  /** Digest of a few bytes in the file's middle: files that differ in it are different. */
  readonly middle: string;
  /**
   * When the file was changed, in nanoseconds since 1970. Absent where that was so shortly before
   * the file was read that the time could not tell a later change.
   */
  readonly changed?: string;
  /**
   * Digest of the file's bytes, as `digestBytes` gives it; filled in by the first who reads them.
   */
  digest?: string;
  /** What its samples tell; filled in by `hearCorpus`. */
  samples?: SampleFacts;
}

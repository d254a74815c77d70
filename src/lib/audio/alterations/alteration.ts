import type { Random } from "../../numbers/random";
import type { Waveform } from "../waveform";

/** What an alteration may need besides the recording. */
export interface AlterationMeans {
  /** Draws noise, rooms and places. */
  readonly source: Random;
  /** Other sounds at the recording's rate: voices to babble, or one noise. */
  readonly sounds: readonly Waveform[];
}

/**
 * Another condition of the same recording: at its own rate, no sample clipped unless it says so.
 */
export type Alteration = (waveform: Waveform, means: AlterationMeans) => Waveform | Promise<Waveform>;

/** A kind of alteration, by its strength. */
export interface AlterationFamily {
  /** What the strength is: "dB", "s"; absent where there is only one. */
  readonly unit?: string;
  /** What the strength may be, as errors tell it; absent for any number. */
  readonly allowed?: readonly [lowest: number, highest: number];
  /** Which other sounds it takes. */
  readonly takes?: "voices" | "noise";
  create(strength: number): Alteration;
}

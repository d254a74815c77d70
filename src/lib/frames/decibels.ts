import { InputError } from "../check";
import type { Samples } from "../numbers/samples";

/** How powers become decibels; names and defaults are librosa.power_to_db's. */
export interface DecibelOptions {
  /** What counts as 0 dB; default 1. */
  readonly ref?: number;
  /** Smaller powers are taken for this one; default 1e-10, that is -100 dB. */
  readonly amin?: number;
  /**
   * Levels further than this below the highest are raised to it, in dB; default 80, null for no
   * limit.
   */
  readonly topDb?: number | null;
}

/**
 * Powers to decibels: `10 log10(max(amin, power) / ref)`, then nothing below the highest level
 * minus `topDb`. Follows librosa.power_to_db.
 *
 * @example powerToDb(new Float64Array([1, 0.1, 1e-12])) // [0, -10, -80]
 */
export function powerToDb<T extends Samples>(power: T, options: DecibelOptions = {}): T {
  const { ref = 1, amin = 1e-10, topDb = 80 } = options;
  if (!(amin > 0)) throw new InputError(`amin=${amin} must be above zero`);
  const refDb = 10 * Math.log10(Math.max(amin, ref));
  const out = power.slice() as T;
  let highest = -Infinity;
  for (let i = 0; i < out.length; i++) {
    out[i] = 10 * Math.log10(Math.max(amin, power[i])) - refDb;
    if (out[i] > highest) highest = out[i];
  }
  return topDb === null ? out : raiseTo(highest - topDb, out);
}

/**
 * Amplitudes to decibels: `powerToDb` of their squares. `ref` and `amin` are amplitudes here;
 * `amin` defaults to 1e-5. Follows librosa.amplitude_to_db.
 *
 * @example amplitudeToDb(new Float64Array([1, 0.1])) // [0, -20]
 */
export function amplitudeToDb<T extends Samples>(amplitude: T, options: DecibelOptions = {}): T {
  const { ref = 1, amin = 1e-5, topDb } = options;
  const power = amplitude.map((value) => value * value) as T;
  return powerToDb(power, { ref: ref * ref, amin: amin * amin, topDb });
}

/** Decibels to power: `ref * 10^(dB / 10)` (librosa.db_to_power). */
export function dbToPower<T extends Samples>(levelDb: T, ref = 1): T {
  return levelDb.map((level) => ref * 10 ** (level / 10)) as T;
}

/** Decibels to amplitude: `ref * 10^(dB / 20)` (librosa.db_to_amplitude). */
export function dbToAmplitude<T extends Samples>(levelDb: T, ref = 1): T {
  return levelDb.map((level) => ref * 10 ** (level / 20)) as T;
}

function raiseTo<T extends Samples>(floor: number, values: T): T {
  for (let i = 0; i < values.length; i++) if (values[i] < floor) values[i] = floor;
  return values;
}

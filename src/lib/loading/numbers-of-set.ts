import { bandLimitOf } from "../features/band-limited-set";
import { setInside } from "../features/conditioned-set";
import { featureNumbers } from "../features/feature-sets";

/** Of the conditioning that comes before a set, and of the bounds that its models keep rows in. */
const CONDITIONING_NUMBERS = 2;

/** Of the filter that limits the band before a set. */
const BAND_NUMBERS = 1;

/** Of statistics over an encoder's states; the encoder itself is in the set's name, as a digest. */
const ONNX_NUMBERS = 1;

/**
 * Versions of the numbers of a feature set, by the names of its parts; a set that is loaded from a
 * file included.
 *
 * @throws UsageError for an unknown name
 * @example numbersOfSet("egemaps-v02+librosa-v1") // { "egemaps-v02": 1, "librosa-v1": 1 }
 */
export function numbersOfSet(name: string): Readonly<Record<string, number>> {
  const band = bandLimitOf(name);
  if (band) return { band: BAND_NUMBERS, ...numbersOfSet(band.inside) };
  const inside = setInside(name);
  if (inside !== undefined) return { conditioned: CONDITIONING_NUMBERS, ...numbersOfSet(inside) };
  if (name.startsWith("onnx:")) return { onnx: ONNX_NUMBERS };
  return Object.fromEntries(name.split("+").map((part) => [part, featureNumbers(part)]));
}

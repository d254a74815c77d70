import { smallestVariance } from "./layers/batch-norm-relu";
import type { Weight, Weights } from "./weights";

/**
 * What prediction needs of a network under training, copied: each normalization (`layer.scale`,
 * `layer.shift`) and its running statistics (`layer.mean`, `layer.variance`) become part of the
 * layer's kernel and a bias, everything else stays as it is.
 *
 * @example
 * const weight = (value) => ({ shape: [1], values: Float32Array.of(value) });
 * const learned = { "a.kernel": weight(3), "a.scale": weight(2), "a.shift": weight(1) };
 * const statistics = { "a.mean": weight(5), "a.variance": weight(1) };
 * Object.keys(foldNormalization(learned, statistics)) // ["a.kernel", "a.bias"]
 */
export function foldNormalization(learned: Weights, statistics: Weights): Weights {
  const folded: Record<string, Weight> = {};
  for (const [name, { shape, values }] of Object.entries(learned)) {
    const [layer, part] = splitName(name);
    const slope = slopeOf(layer, learned, statistics);
    if (part === "scale") continue;
    if (part === "shift") folded[`${layer}.bias`] = biasOf(values, slope, statistics[`${layer}.mean`].values);
    else
      folded[name] = {
        shape,
        values: values.map((value, i) => value * (slope ? slope[i % slope.length] : 1)),
      };
  }
  return folded;
}

function splitName(name: string): [layer: string, part: string] {
  const dot = name.lastIndexOf(".");
  return [name.slice(0, dot), name.slice(dot + 1)];
}

/** What a normalised layer multiplies each channel by. */
function slopeOf(layer: string, learned: Weights, statistics: Weights): Float32Array | undefined {
  const variance = statistics[`${layer}.variance`]?.values;
  const scale = learned[`${layer}.scale`]?.values;
  return scale?.map((value, c) => value / Math.sqrt(variance[c] + smallestVariance));
}

function biasOf(shift: Float32Array, slope: Float32Array | undefined, mean: Float32Array): Weight {
  const values = shift.map((value, c) => value - mean[c] * slope![c]);
  return { shape: [values.length], values };
}

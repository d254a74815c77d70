import { UsageError } from "../check";
import { bandLimitOf, createBandLimitedSet } from "../features/band-limited-set";
import { createConditionedSet, setInside } from "../features/conditioned-set";
import type { FeatureSet } from "../features/feature-set";
import { createFeatureSet } from "../features/feature-sets";
import { loadOnnxSet } from "./load-onnx-set";
import { loadVoiceWeights } from "./load-voice-weights";
import { allowRelaxedSimd } from "./relaxed-simd";

const loaded = new Map<string, Promise<FeatureSet>>();

/**
 * The feature set of a name with what it needs from disk (weights), loaded once per thread; beside
 * the library's own sets, `onnx:PATH.json`.
 *
 * @throws UsageError for an unknown name, InputError where weights are missing and cannot be
 *   fetched
 */
export function loadFeatureSet(name: string): Promise<FeatureSet> {
  const known = loaded.get(name);
  if (known) return known;
  const set = load(name);
  loaded.set(name, set);
  return set;
}

async function load(name: string): Promise<FeatureSet> {
  const band = bandLimitOf(name);
  if (band) return createBandLimitedSet(await loadFeatureSet(band.inside), band.bandwidthHz);
  const inside = setInside(name);
  if (inside !== undefined) return createConditionedSet(await loadFeatureSet(inside));
  if (name.startsWith("onnx:")) return loadOnnxSet(name);
  if (name.endsWith(".json"))
    throw new UsageError(`features="${name}" is unknown; the settings of an encoder are named onnx:${name}`);
  if (!name.split("+").some((part) => part.startsWith("voice-v1"))) return createFeatureSet(name);
  allowRelaxedSimd();
  return createFeatureSet(name, { voiceWeights: await loadVoiceWeights() });
}

import type { Waveform } from "../audio/waveform";
import type { FeatureSet } from "./feature-set";

/**
 * A set that changes each waveform by itself before it computes.
 *
 * @param before stands before its name
 * @example preparedSet(createLibrosaV1(), "conditioned:", condition).name // "conditioned:librosa-v1"
 */
export function preparedSet(
  set: FeatureSet,
  before: string,
  prepare: (waveform: Waveform) => Waveform,
): FeatureSet {
  const name = before + set.name;
  if (set.kind === "matrix") {
    const { columns, hopSeconds } = set;
    return {
      kind: "matrix",
      name,
      columns,
      hopSeconds,
      extract: (waveform) => set.extract(prepare(waveform)),
    };
  }
  const { columns, blocks, extractMany } = set;
  return {
    kind: "vector",
    name,
    columns,
    ...(blocks && { blocks }),
    extract: (waveform) => set.extract(prepare(waveform)),
    ...(extractMany && { extractMany: (waveforms) => extractMany.call(set, waveforms.map(prepare)) }),
  };
}

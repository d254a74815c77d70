import type { Waveform } from "../audio/waveform";
import { UsageError } from "../check";
import type { FeatureSet, VectorSet } from "./feature-set";

/**
 * Several sets side by side: the columns of the first, then those of the second, and so on. Written
 * with a plus: `voice-v1+librosa-v1`.
 *
 * @throws UsageError for a set of matrices, or a column that stands in two of the sets
 * @example createJointSet([createEgemapsV02(), createLibrosaV1()]).columns.length // 268
 */
export function createJointSet(sets: readonly FeatureSet[]): VectorSet {
  const vectors = sets.map(vectorsOnly);
  const columns = vectors.flatMap((set) => set.columns);
  const twice = columns.find((column, i) => columns.indexOf(column) < i);
  const name = vectors.map((set) => set.name).join("+");
  if (twice)
    throw new UsageError(`features="${name}" has the column ${twice} twice; join sets of other columns`);
  const extractMany = async (waveforms: readonly Waveform[]) => {
    const parts = await Promise.all(vectors.map((set) => extractAll(set, waveforms)));
    return waveforms.map((_, i) => Float64Array.from(parts.flatMap((rows) => [...rows[i]])));
  };
  return {
    kind: "vector",
    name,
    columns,
    blocks: vectors.map((set) => set.columns.length),
    extractMany,
    extract: async (waveform) => (await extractMany([waveform]))[0],
  };
}

function vectorsOnly(set: FeatureSet): VectorSet {
  if (set.kind === "vector") return set;
  throw new UsageError(`${set.name} gives a matrix per recording and cannot be joined with other sets`);
}

async function extractAll(set: VectorSet, waveforms: readonly Waveform[]): Promise<Float64Array[]> {
  if (set.extractMany) return set.extractMany(waveforms);
  const rows: Float64Array[] = [];
  for (const waveform of waveforms) rows.push(await set.extract(waveform));
  return rows;
}

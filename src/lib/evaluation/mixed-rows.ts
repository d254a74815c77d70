import { groupBy } from "../numbers/group-by";
import { random } from "../numbers/random";
import type { LabelledRows } from "./model-settings";

/**
 * A training part and as many rows again, each between one of its rows and another of the same
 * emotion: mixup (Zhang et al. 2018) for models that take no soft labels, as SMOTE draws it (Chawla
 * et al. 2002). A mixed row is of its first row's speaker. Matrices stay as they are.
 *
 * @example withMixedRows({ rows: [Float64Array.of(1), Float64Array.of(3)], labels: ["a", "a"], speakers: ["s", "s"] }, 0).rows.length // 4
 */
export function withMixedRows({ rows, labels, speakers }: LabelledRows, seed: number): LabelledRows {
  const source = random(`${seed} mixup`);
  const byLabel = groupBy(rows.keys(), (i) => labels[i]);
  const mixed = rows.map((row, i) => {
    const same = byLabel.get(labels[i])!;
    const other = rows[same[source.integer(same.length)]];
    const share = source.uniform();
    if ("data" in row || "data" in other) return row;
    return row.map((value, k) => value + share * (other[k] - value));
  });
  return {
    rows: [...rows, ...mixed],
    labels: [...labels, ...labels],
    speakers: [...speakers, ...speakers],
  };
}
